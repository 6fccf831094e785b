import type { FastifyInstance } from "fastify";
import type { Media, Message } from "../../messaging/message.ts";
import { sendMessage } from "../../messaging/outbound.ts";
import { progressMessage } from "../../messaging/progress.ts";
import type { World } from "../../world.ts";
import { passesDateFilter } from "../dates.ts";
import { type Form, textOf } from "../form.ts";
import { cutPage, pageFrame } from "../paging.ts";
import { isTwilioError, notFound, refusal, type TwilioError } from "../problem.ts";
import { type AccountParams, accountOf, refuseWith } from "../request.ts";
import { checkMessage } from "./creation.ts";
import { mediaResource, messageResource } from "./resource.ts";

type MessageParams = AccountParams & { messageSid: string };
type MediaParams = MessageParams & { mediaSid: string };

/** Messages and their media. Source: Twilio OpenAPI, api v2010. */
export function messageRoutes(app: FastifyInstance, world: World): void {
  const find = ({ accountSid, messageSid }: MessageParams): Message | undefined => {
    const message = world.ledger.messages.get(messageSid);
    return message?.accountSid === accountSid ? message : undefined;
  };

  app.post<{ Params: AccountParams; Body: Form }>("/Messages.json", async (request, reply) => {
    const checked = checkMessage(world, accountOf(world, request), request.body ?? {});
    if (isTwilioError(checked)) return refuseWith(reply, checked);
    const media = await fetchMedia(world, checked.outgoing.mediaUrls);
    if (isTwilioError(media)) return refuseWith(reply, media);
    const message = sendMessage(world, checked.sender, { ...checked.outgoing, media });
    const created = messageResource(world, message);
    const { callbackFirst } = world.faults.get().rest;
    if (world.chance.happens(callbackFirst, "callback first", message.sid))
      await progressMessage(world, message, "sent", { atOnce: true });
    return reply.code(201).send(created);
  });

  app.get<{ Params: AccountParams; Querystring: Form }>("/Messages.json", async ({ params, query }) => {
    const to = textOf(query, "To");
    const from = textOf(query, "From");
    const key = to === undefined ? params.accountSid : `${params.accountSid}/to/${to}`;
    const wanted = [...world.ledger.messages.newestFirst(key)].filter(
      (message) => (from === undefined || message.from === from) && passesDateFilter(query, "DateSent", message.sentAt),
    );
    const page = cutPage(wanted, query, world.faults.get().lists.largestPage);
    const path = `/2010-04-01/Accounts/${params.accountSid}/Messages.json`;
    return { ...pageFrame(path, page), messages: page.items.map((message) => messageResource(world, message)) };
  });

  app.get<{ Params: MessageParams }>("/Messages/:messageSid.json", async (request, reply) => {
    const message = find(request.params);
    return message ? messageResource(world, message) : refuseWith(reply, notFound(request.url));
  });

  app.post<{ Params: MessageParams; Body: Form }>("/Messages/:messageSid.json", async (request, reply) => {
    const message = find(request.params);
    if (!message) return refuseWith(reply, notFound(request.url));
    if (textOf(request.body, "Body") === "") message.body = "";
    if (textOf(request.body, "Status") === "canceled") await progressMessage(world, message, "canceled");
    return messageResource(world, message);
  });

  app.delete<{ Params: MessageParams }>("/Messages/:messageSid.json", async (request, reply) => {
    const message = find(request.params);
    if (!message) return refuseWith(reply, notFound(request.url));
    world.ledger.messages.remove(message.sid);
    return reply.code(204).send();
  });

  app.get<{ Params: MessageParams; Querystring: Form }>("/Messages/:messageSid/Media.json", async (request, reply) => {
    const message = find(request.params);
    if (!message) return refuseWith(reply, notFound(request.url));
    const page = cutPage(message.media, request.query);
    const path = `/2010-04-01/Accounts/${message.accountSid}/Messages/${message.sid}/Media.json`;
    return { ...pageFrame(path, page), media_list: page.items.map((media) => mediaResource(message, media)) };
  });

  app.get<{ Params: MediaParams }>("/Messages/:messageSid/Media/:mediaSid.json", async (request, reply) => {
    const message = find(request.params);
    const media = message?.media.find((one) => one.sid === request.params.mediaSid);
    return message && media ? mediaResource(message, media) : refuseWith(reply, notFound(request.url));
  });

  app.get<{ Params: MediaParams }>("/Messages/:messageSid/Media/:mediaSid", async (request, reply) => {
    const media = find(request.params)?.media.find((one) => one.sid === request.params.mediaSid);
    if (!media) return refuseWith(reply, notFound(request.url));
    return reply.type(media.contentType).send(Buffer.from(media.bytes));
  });

  app.delete<{ Params: MediaParams }>("/Messages/:messageSid/Media/:mediaSid.json", async (request, reply) => {
    const message = find(request.params);
    if (!message) return refuseWith(reply, notFound(request.url));
    message.media = message.media.filter((one) => one.sid !== request.params.mediaSid);
    return reply.code(204).send();
  });
}

/** Fetches the pictures of an outgoing message from its sender's server. */
async function fetchMedia(world: World, urls: readonly string[]): Promise<Media[] | TwilioError> {
  const media: Media[] = [];
  for (const url of urls) {
    const response = await world.clock.track(fetch(url).catch(() => undefined));
    if (!response?.ok) return refusal(400, 21620, `Invalid media URL(s): ${url}`);
    media.push({
      sid: world.chance.sid("ME"),
      contentType: response.headers.get("content-type") ?? "application/octet-stream",
      bytes: new Uint8Array(await response.arrayBuffer()),
    });
  }
  return media;
}
