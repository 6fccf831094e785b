import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { excludeCaller, includeCaller, listExcludedCallers } from "./excluded-callers.ts";
import { excludedCaller, newExcludedCaller } from "./schema.ts";

const MANAGE = "excluded_callers.manage";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/excluded-callers",
    summary: "Numbers that no machine texts",
    permission: "session",
    response: z.object({ data: z.array(excludedCaller) }),
    handle: async (scope) => ({ data: await listExcludedCallers(scope) }),
  }),
  defineRoute({
    method: "POST",
    path: "/excluded-callers",
    summary: "Exclude a number",
    permission: MANAGE,
    body: newExcludedCaller,
    response: excludedCaller,
    status: 201,
    handle: (scope, { body }) => excludeCaller(scope, body),
  }),
  defineRoute({
    method: "DELETE",
    path: "/excluded-callers/:id",
    summary: "Let machines text a number again",
    permission: MANAGE,
    params: z.object({ id }),
    response: z.object({ id }),
    handle: async (scope, { params }) => {
      await includeCaller(scope, params.id);
      return params;
    },
  }),
];
