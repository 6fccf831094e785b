import { createPerson } from "#identity";
import type { Role } from "#platform/module.ts";
import type { House } from "../../src/compose.ts";

export type ApiAnswer = { status: number; body: Record<string, unknown> };

/** Somebody who is signed in and asks the API as a page would. */
export type SignedInPerson = {
  userId: string;
  get(path: string): Promise<ApiAnswer>;
  patch(path: string, body: object): Promise<ApiAnswer>;
  post(path: string, body: object): Promise<ApiAnswer>;
  put(path: string, body: object): Promise<ApiAnswer>;
  delete(path: string): Promise<ApiAnswer>;
  /** For what is not JSON. */
  cookies: Record<string, string>;
};

/** Employs a person and signs them in. Paths start below /api/v1. */
export async function signInPerson(house: House, tenantId: string, role: Role = "owner"): Promise<SignedInPerson> {
  const [email, password] = [`${role}-${tenantId}@example.test`, "a long enough password"];
  const userId = await createPerson(house.ports, {
    tenantId,
    email,
    password,
    firstName: "Ann",
    lastName: "Lee",
    role,
  });
  const session = await house.app.inject({ method: "POST", url: "/api/v1/session", payload: { email, password } });
  const cookies = Object.fromEntries(session.cookies.map(({ name, value }) => [name, value]));
  const ask = async (
    method: "GET" | "PATCH" | "POST" | "PUT" | "DELETE",
    path: string,
    payload?: object,
  ): Promise<ApiAnswer> => {
    const url = `/api/v1${path}`;
    const answer = await house.app.inject({ method, url, cookies, ...(payload === undefined ? {} : { payload }) });
    return { status: answer.statusCode, body: answer.json() };
  };
  return {
    userId,
    get: (path) => ask("GET", path),
    patch: (path, body) => ask("PATCH", path, body),
    post: (path, body) => ask("POST", path, body),
    put: (path, body) => ask("PUT", path, body),
    delete: (path) => ask("DELETE", path),
    cookies,
  };
}
