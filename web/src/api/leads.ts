import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import { PAGE_ROWS, pagesQuery } from "./pages.ts";
import type { Lead, LeadChange, LeadStatus } from "./types.ts";

export const leadStatuses = [
  "new",
  "contacted",
  "qualified",
  "quoted",
  "scheduled",
  "converted",
  "lost",
] as const satisfies readonly LeadStatus[];

export const leadsQuery = ({ status, q }: { status: LeadStatus | undefined; q: string }) =>
  pagesQuery<Lead>(["leads", "list", status ?? "all", q], (cursor) => {
    const query = { limit: PAGE_ROWS, ...(status && { status }), ...(q && { q }), ...(cursor && { cursor }) };
    return body(api.GET("/api/v1/leads", { params: { query } }));
  });

export const leadQuery = (id: string) =>
  queryOptions({
    queryKey: ["leads", "one", id],
    queryFn: () => body(api.GET("/api/v1/leads/{id}", { params: { path: { id } } })),
  });

export const changeLead = (id: string, change: LeadChange) =>
  body(api.PATCH("/api/v1/leads/{id}", { params: { path: { id } }, body: change }));
