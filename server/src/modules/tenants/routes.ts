import { z } from "zod";
import { Refused, UNAUTHENTICATED } from "#platform/http/problem.ts";
import { definePortsRoute, defineRoute } from "#platform/http/route.ts";
import { SYSTEM } from "#platform/scope.ts";
import { getBusiness, getSettings } from "./business.ts";
import { changeBusiness, changeSettings } from "./change.ts";
import { lineResponse, lineState } from "./line.ts";
import { business, businessChange, settings, settingsChange, settingsPreview } from "./schema.ts";
import { checkTemplate, fillTemplate } from "./template.ts";

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
    summary: "A greeting as a customer would read it; nothing is saved",
    permission: "session",
    body: settingsPreview,
    response: z.object({ text: z.string() }),
    handle: async (scope, { body }) => {
      checkTemplate(body.template, body.text);
      return {
        text: fillTemplate(
          body.text,
          await getBusiness(scope),
          body.template === "holiday_template" ? "Independence Day" : "",
        ),
      };
    },
  }),
  definePortsRoute({
    method: "GET",
    path: "/line",
    summary: "The state of the line",
    permission: "session",
    response: lineResponse,
    handle: async (ports, _asked, { session }) => {
      if (session === null) throw new Refused(UNAUTHENTICATED);
      const simulator = ports.config.carrier.kind === "simulator";
      return ports.scope(session.tenant.id, SYSTEM, (scope) => lineState(scope, simulator));
    },
  }),
];
