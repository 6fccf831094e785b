import type { FastifyInstance } from "fastify";
import type { Recording } from "../../voice/recording.ts";
import type { World } from "../../world.ts";
import { passesDateFilter } from "../dates.ts";
import { type Form, textOf } from "../form.ts";
import { cutPage, pageFrame } from "../paging.ts";
import { notFound } from "../problem.ts";
import { type AccountParams, refuseWith } from "../request.ts";
import { recordingResource } from "./resource.ts";
import { waveFile } from "./wave.ts";

type RecordingParams = AccountParams & { recordingSid: string };

/** Recordings and their sound, which is a WAV file whatever suffix is asked for. Source: Twilio OpenAPI, api v2010. */
export function recordingRoutes(app: FastifyInstance, world: World): void {
  const find = ({ accountSid, recordingSid }: RecordingParams): Recording | undefined => {
    const recording = world.ledger.recordings.get(recordingSid.replace(/\.(json|wav|mp3)$/, ""));
    return recording?.accountSid === accountSid ? recording : undefined;
  };

  const list = (path: string, accountSid: string, callSid: string | undefined, query: Form) => {
    const wanted = [...world.ledger.recordings.newestFirst(accountSid)].filter(
      (recording) =>
        (callSid === undefined || recording.callSid === callSid) &&
        passesDateFilter(query, "DateCreated", recording.createdAt),
    );
    const page = cutPage(wanted, query);
    const recordings = page.items.map((recording) => recordingResource(world, recording));
    return { ...pageFrame(`/2010-04-01/Accounts/${accountSid}${path}`, page), recordings };
  };

  app.get<{ Params: AccountParams; Querystring: Form }>("/Recordings.json", async ({ params, query }) =>
    list("/Recordings.json", params.accountSid, textOf(query, "CallSid"), query),
  );

  app.get<{ Params: AccountParams & { callSid: string }; Querystring: Form }>(
    "/Calls/:callSid/Recordings.json",
    async ({ params, query }) =>
      list(`/Calls/${params.callSid}/Recordings.json`, params.accountSid, params.callSid, query),
  );

  app.get<{ Params: RecordingParams }>("/Recordings/:recordingSid", async (request, reply) => {
    const recording = find(request.params);
    if (!recording) return refuseWith(reply, notFound(request.url));
    if (request.params.recordingSid.endsWith(".json")) return recordingResource(world, recording);
    return reply.type("audio/x-wav").send(waveFile(recording.durationS));
  });

  app.delete<{ Params: RecordingParams }>("/Recordings/:recordingSid", async (request, reply) => {
    const recording = find(request.params);
    if (!recording) return refuseWith(reply, notFound(request.url));
    world.ledger.recordings.remove(recording.sid);
    return reply.code(204).send();
  });
}
