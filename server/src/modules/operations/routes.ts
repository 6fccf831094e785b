import { z } from "zod";
import { defineRoute } from "#platform/http/route.ts";
import { story } from "./schema.ts";
import { storyOf } from "./story.ts";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/calls/:id/story",
    summary: "Everything that one call brought about, on one line of time",
    permission: "calls.view",
    params: z.object({ id: z.string().min(1).max(64) }),
    response: story,
    handle: (scope, { params }) => storyOf(scope, params.id),
  }),
];
