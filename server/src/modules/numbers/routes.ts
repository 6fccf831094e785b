import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { definePortsRoute, defineRoute, signedIn } from "#platform/http/route.ts";
import type { Actor } from "#platform/scope.ts";
import { changeAuthToken } from "./accounts.ts";
import { buyNumber, searchNumbers } from "./buy.ts";
import { changeNumber } from "./change.ts";
import { listNumbers } from "./numbers.ts";
import { accountChange, numberChange, numberResponse, numberSearch, numberWish } from "./schema.ts";

const MANAGE = "numbers.manage";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/numbers",
    summary: "The business's numbers",
    permission: "session",
    response: z.object({ data: z.array(numberResponse) }),
    handle: async (scope) => ({ data: await listNumbers(scope) }),
  }),
  definePortsRoute({
    method: "GET",
    path: "/numbers/available",
    summary: "Numbers for sale in an area code",
    permission: MANAGE,
    query: numberSearch,
    response: z.object({ data: z.array(z.object({ phone_number: z.string() })) }),
    handle: async (ports, { query }, context) => {
      const found = await searchNumbers(ports, signedIn(context).tenant.id, query.area_code);
      return { data: found.map((phone_number) => ({ phone_number })) };
    },
  }),
  definePortsRoute({
    method: "POST",
    path: "/numbers",
    summary: "Buy a number; repeating it buys nothing twice",
    permission: MANAGE,
    body: numberWish,
    response: numberResponse,
    status: 201,
    handle: (ports, { body }, context) => {
      const { tenant, user } = signedIn(context);
      return buyNumber(ports, { tenantId: tenant.id, actor: { type: "user", id: user.id } }, body);
    },
  }),
  defineRoute({
    method: "PATCH",
    path: "/numbers/:id",
    summary: "Change how a number rings",
    permission: MANAGE,
    params: z.object({ id }),
    body: numberChange,
    response: numberResponse,
    handle: (scope, { params, body }) => changeNumber(scope, params.id, body),
  }),
  definePortsRoute({
    method: "PUT",
    path: "/telephony-account/auth-token",
    summary: "Take the carrier account's new auth token; the one before stays valid for webhooks on their way",
    permission: MANAGE,
    body: accountChange,
    response: z.object({ account_sid: z.string() }),
    handle: (ports, { body }, context) => {
      const { tenant, user } = signedIn(context);
      const actor: Actor = { type: "user", id: user.id };
      return ports.scope(tenant.id, actor, (scope) => changeAuthToken(ports, scope, body.auth_token));
    },
  }),
];
