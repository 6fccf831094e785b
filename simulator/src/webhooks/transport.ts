import type { SignedRequest } from "./signing.ts";

/** What came of one attempt: an answer, or why there was none (ct: no connection, rt: no answer in time). */
export type Outcome =
  | { kind: "answered"; status: number; contentType: string; body: string; location: string | undefined }
  | { kind: "failed"; reason: "ct" | "rt"; message: string };

/** Brings a request to the server. Tests without sockets may give their own. */
export type Transport = (request: SignedRequest, timeoutMs: number) => Promise<Outcome>;

/** Over HTTP; credentials in the URL become basic authentication, as Twilio does it. Redirects are left to the caller. */
export const httpTransport: Transport = async (request, timeoutMs) => {
  const url = new URL(request.url);
  const headers = new Headers(request.headers);
  if (url.username !== "") {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers.set("Authorization", `Basic ${Buffer.from(credentials).toString("base64")}`);
    url.username = "";
    url.password = "";
  }
  try {
    const response = await fetch(url, {
      method: request.method,
      headers,
      body: request.body ?? null,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return {
      kind: "answered",
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      location: response.headers.get("location") ?? undefined,
      body: await response.text(),
    };
  } catch (error) {
    const timedOut = error instanceof DOMException && error.name === "TimeoutError";
    return { kind: "failed", reason: timedOut ? "rt" : "ct", message: describe(error) };
  }
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
