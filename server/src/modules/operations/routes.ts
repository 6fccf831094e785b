import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { defineRoute, type Session } from "#platform/http/route.ts";
import { rawWebhookOf } from "./raw-webhook.ts";
import { rawWebhook, story } from "./schema.ts";
import { storyOf } from "./story.ts";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/calls/:id/story",
    summary: "Everything that one call brought about, on one line of time",
    permission: "calls.view",
    params: z.object({ id: z.string().min(1).max(64) }),
    response: story,
    handle: (scope, { params }, session) => storyOf(scope, params.id, seesPersonalData(session)),
  }),
  defineRoute({
    method: "GET",
    path: "/webhooks/:id",
    summary: "One webhook as the carrier posted it",
    permission: "calls.view",
    params: z.object({ id }),
    response: rawWebhook,
    handle: (scope, { params }, session) => rawWebhookOf(scope, params.id, seesPersonalData(session)),
  }),
];

export const PERSONAL_DATA = "stories.personal_data";

const seesPersonalData = ({ permissions }: Session) => permissions.includes(PERSONAL_DATA);
