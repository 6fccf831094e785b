import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { getLead, updateLead } from "./leads.ts";
import { listLeads } from "./queries.ts";
import { leadChange, leadResponse, leadsPage, leadsQuery } from "./schema.ts";

const one = z.object({ id });

export const routes = [
  defineRoute({
    method: "GET",
    path: "/leads",
    summary: "Leads, newest first",
    permission: "leads.view",
    query: leadsQuery,
    response: leadsPage,
    handle: (scope, { query }) => listLeads(scope, query),
  }),
  defineRoute({
    method: "GET",
    path: "/leads/:id",
    summary: "One lead",
    permission: "leads.view",
    params: one,
    response: leadResponse,
    handle: (scope, { params }) => getLead(scope, params.id),
  }),
  defineRoute({
    method: "PATCH",
    path: "/leads/:id",
    summary: "Change a lead",
    permission: "leads.manage",
    params: one,
    body: leadChange,
    response: leadResponse,
    handle: (scope, { params, body }) => updateLead(scope, params.id, body),
  }),
];
