import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import { PAGE_ROWS, pagesQuery } from "./pages.ts";
import type { Call } from "./types.ts";

export const liveCallsQuery = queryOptions({
  queryKey: ["calls", "live"],
  queryFn: () => body(api.GET("/api/v1/calls/live")),
  refetchInterval: 60_000,
});

export const callsSummaryQuery = queryOptions({
  queryKey: ["calls", "summary"],
  queryFn: () => body(api.GET("/api/v1/calls/summary")),
});

/** How the carrier's lists compare with ours. */
export const comparisonsQuery = queryOptions({
  queryKey: ["reconciliation"],
  queryFn: async () => (await body(api.GET("/api/v1/reconciliation"))).data,
});

/** `missed` narrows the ledger to calls that were, or were not, missed. */
export const callsQuery = (missed: boolean | undefined) =>
  pagesQuery<Call>(["calls", "list", missed ?? "all"], (cursor) => {
    const query = {
      limit: PAGE_ROWS,
      ...(missed !== undefined && { missed: String(missed) }),
      ...(cursor && { cursor }),
    };
    return body(api.GET("/api/v1/calls", { params: { query } }));
  });

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ["calls", "one", id],
    queryFn: () => body(api.GET("/api/v1/calls/{id}", { params: { path: { id } } })),
  });

/** `call` is its id or the carrier's SID. */
export const storyQuery = (call: string) =>
  queryOptions({
    queryKey: ["calls", "story", call],
    queryFn: () => body(api.GET("/api/v1/calls/{id}/story", { params: { path: { id: call } } })),
  });
