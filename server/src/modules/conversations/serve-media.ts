import { z } from "zod";
import { FORBIDDEN, NOT_FOUND, Refused, UNAUTHENTICATED } from "#platform/http/problem.ts";
import type { Mount } from "#platform/http/route.ts";
import type { Scope } from "#platform/scope.ts";

/** Shown in the page; everything else is offered as a download, so that nothing a stranger sent can run. */
const SHOWN = new Set(["image/jpeg", "image/png", "image/gif", "image/webp"]);

const place = z.object({ id: z.uuid() });

/** `GET /api/v1/media/:id`: a photo that a customer sent, for people of the business. */
export const mountMedia: Mount = (app, ports, authenticate) => {
  app.get("/api/v1/media/:id", { schema: { hide: true } }, async (request, reply) => {
    const session = await authenticate(request.cookies);
    if (session === null) throw new Refused(UNAUTHENTICATED);
    if (!session.permissions.includes("conversations.view")) throw new Refused(FORBIDDEN);
    const params = place.safeParse(request.params);
    if (!params.success) throw new Refused(NOT_FOUND);
    const actor = { type: "user", id: session.user.id } as const;
    const media = await ports.scope(session.tenant.id, actor, (scope) => findMedia(scope, params.data.id));
    if (media?.content == null) throw new Refused(NOT_FOUND, "This photo is not here yet, or never was.");
    return reply
      .type(SHOWN.has(media.content_type) ? media.content_type : "application/octet-stream")
      .header("content-disposition", SHOWN.has(media.content_type) ? "inline" : "attachment")
      .header("x-content-type-options", "nosniff")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("cache-control", "private, max-age=31536000, immutable")
      .send(media.content);
  });
};

async function findMedia(scope: Scope, id: string) {
  return scope.tx
    .selectFrom("message_media")
    .select(["content", "content_type"])
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", id)
    .where("state", "=", "stored")
    .executeTakeFirst();
}
