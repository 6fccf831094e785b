import { z } from "zod";
import { id, pageQuery } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { listDeadLetters, reviveAllDeadLetters, reviveDeadLetter } from "./dead-letters.ts";
import { comparisons } from "./reconciliation/schema.ts";
import { showComparisons } from "./reconciliation/show.ts";
import { deadLetter, deadLetters } from "./schema.ts";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/reconciliation",
    summary: "How the carrier's lists of calls and texts compare with ours",
    permission: "session",
    response: comparisons,
    handle: async (scope) => ({ data: await showComparisons(scope) }),
  }),
  defineRoute({
    method: "GET",
    path: "/dead-letters",
    summary: "Dead letters: webhooks that could not be received, with the reason, newest first",
    permission: "webhooks.view",
    query: pageQuery,
    response: deadLetters,
    handle: (scope, { query }) => listDeadLetters(scope, query),
  }),
  defineRoute({
    method: "POST",
    path: "/dead-letters/:id/revival",
    summary: "Receive a dead letter again",
    permission: "webhooks.manage",
    params: z.object({ id }),
    response: deadLetter,
    handle: (scope, { params }) => reviveDeadLetter(scope, params.id),
  }),
  defineRoute({
    method: "POST",
    path: "/dead-letters/revivals",
    summary: "Receive every dead letter again",
    permission: "webhooks.manage",
    response: z.object({ revived: z.int() }),
    handle: reviveAllDeadLetters,
  }),
];
