import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { sessionQuery } from "../api/session.ts";
import type { Session } from "../api/types.ts";

/** Who is signed in, or null. */
export const useMaybeSession = (): Session | null => useQuery(sessionQuery).data ?? null;

/** Who is signed in; only on pages that are shown to nobody else. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error("Nobody is signed in.");
  return data;
}

/** Whether the signed-in person may do something, such as "settings.manage". */
export const useMay = (permission: string): boolean => useMaybeSession()?.permissions.includes(permission) ?? false;
