import { BUSINESSES } from "../../../db/demo/businesses.ts";
import type { World } from "../simulation/world.ts";

export type Row = Record<string, unknown> & { id: string };

/** Asks the API; answers with the rows it gave, if any. */
export type Ask = (method: "GET" | "POST" | "PATCH", path: string, payload?: object) => Promise<Row[]>;

/** The people of the demo's businesses, who do their work as everybody does: signed in, through the API. */
export type Staff = { as(email: string): Promise<Ask>; signOut(): Promise<void> };

export function employ(world: World): Staff {
  const signedIn = new Map<string, Record<string, string>>();
  const cookiesOf = async (email: string) => {
    const cookies = signedIn.get(email) ?? (await signIn(world, email));
    signedIn.set(email, cookies);
    return cookies;
  };
  return {
    async as(email) {
      const cookies = await cookiesOf(email);
      return (method, path, payload) => request(world, cookies, method, path, payload);
    },
    async signOut() {
      for (const cookies of signedIn.values()) await request(world, cookies, "DELETE", "/session");
    },
  };
}

async function signIn({ house }: World, email: string): Promise<Record<string, string>> {
  const person = BUSINESSES.flatMap(({ people }) => people).find((one) => one.email === email);
  const payload = { email, password: person?.password ?? "" };
  const answer = await house.app.inject({ method: "POST", url: "/api/v1/session", payload });
  return Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value]));
}

async function request(
  { house }: World,
  cookies: Record<string, string>,
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: string,
  payload?: object,
): Promise<Row[]> {
  const body = payload === undefined ? {} : { payload };
  const answer = await house.app.inject({ method, url: `/api/v1${path}`, cookies, ...body });
  if (answer.statusCode >= 400) throw new Error(`The demo could not ask ${method} ${path}: ${answer.body}`);
  return answer.json<{ data?: Row[] }>().data ?? [];
}
