import { definePortsRoute, defineRoute, signedIn } from "#platform/http/route.ts";
import { SYSTEM } from "#platform/scope.ts";
import { getBusiness, getSettings } from "./business.ts";
import { changeBusiness, changeSettings } from "./change.ts";
import { lineResponse, lineState } from "./line.ts";
import { previewGreetings } from "./preview.ts";
import { business, businessChange, previewRequest, previewResponse, settings, settingsChange } from "./schema.ts";

const MANAGE = "settings.manage";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/business",
    summary: "The business",
    permission: "session",
    response: business,
    handle: (scope) => getBusiness(scope),
  }),
  defineRoute({
    method: "PATCH",
    path: "/business",
    summary: "Change the business",
    permission: MANAGE,
    body: businessChange,
    response: business,
    handle: (scope, { body }) => changeBusiness(scope, body),
  }),
  defineRoute({
    method: "GET",
    path: "/settings",
    summary: "How the business works: hours, greetings, rates, limits",
    permission: "session",
    response: settings,
    handle: (scope) => getSettings(scope),
  }),
  defineRoute({
    method: "PATCH",
    path: "/settings",
    summary: "Change settings; what is not named stays",
    permission: MANAGE,
    body: settingsChange,
    response: settings,
    handle: (scope, { body }) => changeSettings(scope, body),
  }),
  defineRoute({
    method: "POST",
    path: "/settings/preview",
    summary: "The greetings as a customer would read them; nothing is saved",
    permission: "session",
    body: previewRequest,
    response: previewResponse,
    handle: (scope, { body }) => previewGreetings(scope, body),
  }),
  definePortsRoute({
    method: "GET",
    path: "/line",
    summary: "The state of the line",
    permission: "session",
    response: lineResponse,
    handle: async (ports, _asked, context) => {
      const line = await ports.scope(signedIn(context).tenant.id, SYSTEM, lineState);
      return { ...line, simulator: ports.config.carrier.kind === "simulator" };
    },
  }),
];
