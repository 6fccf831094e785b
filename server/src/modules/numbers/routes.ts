import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { changeNumber, listNumbers } from "./numbers.ts";
import { numberChange, numberResponse } from "./schema.ts";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/numbers",
    summary: "The business's numbers",
    permission: "session",
    response: z.object({ data: z.array(numberResponse) }),
    handle: async (scope) => ({ data: await listNumbers(scope) }),
  }),
  defineRoute({
    method: "PATCH",
    path: "/numbers/:id",
    summary: "Change how a number rings",
    permission: "numbers.manage",
    params: z.object({ id }),
    body: numberChange,
    response: numberResponse,
    handle: (scope, { params, body }) => changeNumber(scope, params.id, body),
  }),
];
