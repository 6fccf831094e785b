import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { isProblem, Problem } from "../api/problem.ts";
import { sessionQuery } from "../api/session.ts";
import { sayFailure } from "../ui/toaster.tsx";

declare module "@tanstack/react-query" {
  interface Register {
    /** `showsFailure`: the page itself says what went wrong, where it happened. */
    mutationMeta: { showsFailure?: boolean };
  }
}

/** What to tell a person about a failure. */
export function failureSentence(error: unknown): string {
  if (isProblem(error, "offline")) return i18next.t("frame:unreachable");
  return error instanceof Problem && error.message !== "" ? error.message : i18next.t("frame:wentWrong");
}

function noticeSignedOut(client: QueryClient, error: unknown): void {
  if (isProblem(error, "unauthenticated")) client.setQueryData(sessionQuery.queryKey, null);
}

const isWorthRetrying = (error: unknown): boolean =>
  !(error instanceof Problem) || error.status === 0 || error.status >= 500;

/** Shows what it has while it asks again; a write that fails says so. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeSignedOut(client, error) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => {
        noticeSignedOut(client, error);
        if (mutation.meta?.showsFailure !== true) sayFailure(failureSentence(error));
      },
    }),
    defaultOptions: {
      queries: { staleTime: 5_000, retry: (count, error) => count < 2 && isWorthRetrying(error) },
    },
  });
  return client;
}
