import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute } from "#platform/http/route.ts";
import { completeActivity, listActivities } from "./activities.ts";
import { getContact, updateContact } from "./contacts.ts";
import { listContacts } from "./queries.ts";
import {
  activitiesPage,
  activitiesQuery,
  activityChange,
  activityResponse,
  contactChange,
  contactResponse,
  contactsPage,
  contactsQuery,
} from "./schema.ts";

const one = z.object({ id });

export const routes = [
  defineRoute({
    method: "GET",
    path: "/contacts",
    summary: "Contacts by name or phone fragment, newest first",
    permission: "contacts.view",
    query: contactsQuery,
    response: contactsPage,
    handle: (scope, { query }) => listContacts(scope, query),
  }),
  defineRoute({
    method: "GET",
    path: "/contacts/:id",
    summary: "One contact",
    permission: "contacts.view",
    params: one,
    response: contactResponse,
    handle: (scope, { params }) => getContact(scope, params.id),
  }),
  defineRoute({
    method: "PATCH",
    path: "/contacts/:id",
    summary: "Change a contact",
    permission: "contacts.manage",
    params: one,
    body: contactChange,
    response: contactResponse,
    handle: (scope, { params, body }) => updateContact(scope, params.id, body),
  }),
  defineRoute({
    method: "GET",
    path: "/activities",
    summary: "What people have to do, newest first",
    permission: "contacts.view",
    query: activitiesQuery,
    response: activitiesPage,
    handle: (scope, { query }) => listActivities(scope, query),
  }),
  defineRoute({
    method: "PATCH",
    path: "/activities/:id",
    summary: "Mark an activity as done",
    permission: "contacts.manage",
    params: one,
    body: activityChange,
    response: activityResponse,
    handle: (scope, { params, body }) => completeActivity(scope, params.id, body.done),
  }),
];
