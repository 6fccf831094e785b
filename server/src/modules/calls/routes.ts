import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { selectLiveCalls } from "./board.ts";
import { listCalls, selectCallDetail } from "./queries.ts";
import { callDetail, callsPage, callsQuery, callsSummary, liveCalls } from "./schema.ts";
import { summarise } from "./summary.ts";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/calls/live",
    summary: "Calls that ring or are talking now, and those missed in the last ten minutes",
    permission: "calls.view",
    response: liveCalls,
    handle: async (scope) => ({ data: await selectLiveCalls(scope) }),
  }),
  defineRoute({
    method: "GET",
    path: "/calls/summary",
    summary: "The day so far",
    permission: "calls.view",
    response: callsSummary,
    handle: (scope) => summarise(scope),
  }),
  defineRoute({
    method: "GET",
    path: "/calls",
    summary: "Calls, newest first",
    permission: "calls.view",
    query: callsQuery,
    response: callsPage,
    handle: (scope, { query }) => listCalls(scope, query),
  }),
  defineRoute({
    method: "GET",
    path: "/calls/:id",
    summary: "One call with everybody who took part",
    permission: "calls.view",
    params: z.object({ id }),
    response: callDetail,
    handle: (scope, { params }) => selectCallDetail(scope, params.id),
  }),
];
