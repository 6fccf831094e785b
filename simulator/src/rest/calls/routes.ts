import type { FastifyInstance } from "fastify";
import { type Call, isOver } from "../../voice/call.ts";
import { redirect } from "../../voice/leg.ts";
import { endCall, placeCall } from "../../voice/outbound.ts";
import type { World } from "../../world.ts";
import { passesDateFilter } from "../dates.ts";
import { type Form, textOf } from "../form.ts";
import { cutPage, pageFrame } from "../paging.ts";
import { isTwilioError, notFound, refusal, type TwilioError } from "../problem.ts";
import { type AccountParams, accountOf, refuseWith } from "../request.ts";
import { checkCall, readInstructions } from "./creation.ts";
import { callResource } from "./resource.ts";

type CallParams = AccountParams & { callSid: string };

/** Calls. Source: Twilio OpenAPI, api v2010. */
export function callRoutes(app: FastifyInstance, world: World): void {
  const find = ({ accountSid, callSid }: CallParams): Call | undefined => {
    const call = world.ledger.calls.get(callSid);
    return call?.accountSid === accountSid ? call : undefined;
  };

  app.post<{ Params: AccountParams; Body: Form }>("/Calls.json", async (request, reply) => {
    const checked = checkCall(world, accountOf(world, request), request.body ?? {});
    if (isTwilioError(checked)) return refuseWith(reply, checked);
    return reply.code(201).send(callResource(world, placeCall(world, checked)));
  });

  app.get<{ Params: AccountParams; Querystring: Form }>("/Calls.json", async ({ params, query }) => {
    const to = textOf(query, "To");
    const key = to === undefined ? params.accountSid : `${params.accountSid}/to/${to}`;
    const wanted = [...world.ledger.calls.newestFirst(key)].filter((call) => passesFilters(call, query));
    const page = cutPage(wanted, query, world.faults.get().lists.largestPage);
    const path = `/2010-04-01/Accounts/${params.accountSid}/Calls.json`;
    return { ...pageFrame(path, page), calls: page.items.map((call) => callResource(world, call)) };
  });

  app.get<{ Params: CallParams }>("/Calls/:callSid.json", async (request, reply) => {
    const call = find(request.params);
    return call ? callResource(world, call) : refuseWith(reply, notFound(request.url));
  });

  app.post<{ Params: CallParams; Body: Form }>("/Calls/:callSid.json", async (request, reply) => {
    const call = find(request.params);
    if (!call) return refuseWith(reply, notFound(request.url));
    const refused = changeCall(world, call, request.body ?? {});
    return refused ? refuseWith(reply, refused) : callResource(world, call);
  });

  app.delete<{ Params: CallParams }>("/Calls/:callSid.json", async (request, reply) => {
    const call = find(request.params);
    if (!call) return refuseWith(reply, notFound(request.url));
    if (!isOver(call)) return refuseWith(reply, refusal(400, 20001, "Cannot delete a call that is not over."));
    world.ledger.calls.remove(call.sid);
    return reply.code(204).send();
  });
}

function passesFilters(call: Call, query: Form): boolean {
  const isAsked = (name: string, value: string | null): boolean => (textOf(query, name) ?? value) === value;
  return (
    isAsked("From", call.from) &&
    isAsked("Status", call.status) &&
    isAsked("ParentCallSid", call.parentCallSid) &&
    passesDateFilter(query, "StartTime", call.startedAt ?? call.createdAt) &&
    passesDateFilter(query, "EndTime", call.endedAt)
  );
}

/** Hangs up (Status) or goes on with other instructions (Url, Twiml). */
function changeCall(world: World, call: Call, form: Form): TwilioError | undefined {
  const status = textOf(form, "Status");
  if (status === "completed" || status === "canceled") {
    return endCall(world, call, status) ? undefined : refusal(400, 21220, "Call is not in-progress. Cannot redirect.");
  }
  const instructions = readInstructions(form);
  if (isTwilioError(instructions)) return instructions;
  const leg = world.legs.get(call.sid);
  if (!leg) return refusal(400, 21220, "Call is not in-progress. Cannot redirect.");
  redirect(leg, instructions);
  return undefined;
}
