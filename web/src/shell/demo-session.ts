import type { QueryClient } from "@tanstack/react-query";
import { demoQuery, sessionQuery, signIn } from "../api/session.ts";
import type { Session } from "../api/types.ts";

/** Signs a visitor of the demo in as the owner of its business; null when this is no demo. */
export async function openDemoSession(client: QueryClient): Promise<Session | null> {
  const { people } = await client.ensureQueryData(demoQuery);
  const owner = people.find(({ role }) => role === "owner");
  if (!owner) return null;
  const session = await signIn({ email: owner.email, password: owner.password });
  client.setQueryData(sessionQuery.queryKey, session);
  return session;
}
