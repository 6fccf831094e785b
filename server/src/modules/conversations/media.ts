import { fileTypeFromBuffer } from "file-type";
import { z } from "zod";
import type { WebhookParams } from "#intake";
import { accountOf } from "#numbers";
import { id } from "#platform/http/fields.ts";
import { defineJob, type JobCall } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { wakePages } from "./conversation.ts";

/** MMS carries ten at the most (Twilio, "Media"). */
const MOST_MEDIA = 10;
const LARGEST_BYTES = 5_242_880;
const GIVES_UP_AFTER = 6;

export type IncomingMedia = { url: string; contentType: string };

const whichMedia = z.object({ media_id: id });
const FETCH: JobCall<z.output<typeof whichMedia>> = { name: "conversations.fetch_media", data: whichMedia };

/** The photos that a webhook names. */
export function mediaOf(params: WebhookParams): IncomingMedia[] {
  const count = Math.min(MOST_MEDIA, Number(params["NumMedia"] ?? 0) || 0);
  return Array.from({ length: count }, (_nothing, i) => ({
    url: params[`MediaUrl${i}`] ?? "",
    contentType: params[`MediaContentType${i}`] ?? "application/octet-stream",
  })).filter(({ url }) => url !== "");
}

/** Notes the photos of a message and has them fetched: the carrier keeps them for a while only. */
export async function keepMedia(scope: Scope, messageId: string, media: readonly IncomingMedia[]): Promise<void> {
  for (const [position, { url, contentType }] of media.entries()) {
    const mediaId = scope.newId();
    await scope.tx
      .insertInto("message_media")
      .values({
        tenant_id: scope.tenantId,
        id: mediaId,
        message_id: messageId,
        position,
        provider_url: url,
        content_type: contentType,
      })
      .execute();
    await scope.enqueue(FETCH, { media_id: mediaId });
  }
}

/** Fetches one photo from the carrier and stores it. */
export const fetchMediaJob = defineJob({
  ...FETCH,
  async run(ports, { tenantId, data, attempt }) {
    const url = await ports.scope(tenantId, SYSTEM, (scope) => findPendingUrl(scope, data.media_id));
    if (url === null) return;
    const fetched = await fetchPatiently(ports, tenantId, url, attempt);
    await ports.scope(tenantId, SYSTEM, (scope) => store(scope, data.media_id, fetched));
  },
});

type Fetched = { contentType: string; bytes: Buffer } | { error: string };

async function fetchPatiently(ports: Ports, tenantId: string, url: string, attempt: number): Promise<Fetched> {
  try {
    const { bytes } = await ports.telephony.fetchMedia(await accountOf(ports, tenantId), url);
    if (bytes.length > LARGEST_BYTES) return { error: "The file is larger than 5 MB." };
    // The bytes say what it is; a sender may say anything.
    return { bytes, contentType: (await fileTypeFromBuffer(bytes))?.mime ?? "application/octet-stream" };
  } catch (error) {
    if (attempt < GIVES_UP_AFTER) throw error;
    return { error: "The carrier did not hand it out." };
  }
}

async function findPendingUrl(scope: Scope, mediaId: string): Promise<string | null> {
  const row = await scope.tx
    .selectFrom("message_media")
    .select("provider_url")
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", mediaId)
    .where("state", "=", "pending")
    .executeTakeFirst();
  return row?.provider_url ?? null;
}

async function store(scope: Scope, mediaId: string, fetched: Fetched): Promise<void> {
  const columns =
    "error" in fetched
      ? ({ state: "failed", error: fetched.error } as const)
      : ({
          state: "stored",
          content_type: fetched.contentType,
          content: fetched.bytes,
          size_bytes: fetched.bytes.length,
        } as const);
  const row = await scope.tx
    .updateTable("message_media")
    .set(columns)
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", mediaId)
    .returning("message_id")
    .executeTakeFirstOrThrow();
  const { conversation_id } = await scope.tx
    .selectFrom("messages")
    .select("conversation_id")
    .where("tenant_id", "=", scope.tenantId)
    .where("id", "=", row.message_id)
    .executeTakeFirstOrThrow();
  wakePages(scope, conversation_id);
}
