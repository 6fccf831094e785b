import type { House } from "../../../compose.ts";

export type Answer = { status: number; body: Record<string, unknown>; setCookies: readonly Cookie[] };
type Cookie = { name: string; value: string } & Record<string, unknown>;

/** A browser: keeps the cookies it is given and sends them back. Paths start below /api/v1. */
export type Browser = {
  cookies: Record<string, string>;
  signIn(email: string, password: string): Promise<Answer>;
  ask(method: "GET" | "POST" | "DELETE", path: string, payload?: object): Promise<Answer>;
};

export function openBrowser(house: Pick<House, "app">): Browser {
  const browser: Browser = {
    cookies: {},
    signIn: (email, password) => browser.ask("POST", "/session", { email, password }),
    async ask(method, path, payload) {
      const answer = await house.app.inject({
        method,
        url: `/api/v1${path}`,
        cookies: browser.cookies,
        headers: { "user-agent": "a browser" },
        ...(payload === undefined ? {} : { payload }),
      });
      const setCookies = answer.cookies as readonly Cookie[];
      for (const { name, value } of setCookies) browser.cookies[name] = value;
      return { status: answer.statusCode, body: answer.json(), setCookies };
    },
  };
  return browser;
}
