import type { World } from "../world.ts";
import type { DocumentRequest, Leg } from "./leg.ts";
import { callParameters } from "./parameters.ts";
import { parseTwiml, type Verb } from "./twiml.ts";

export interface TwimlDocument {
  verbs: readonly Verb[];
  baseUrl: string;
}

/** Asks the customer's application for instructions; undefined when it gave none that can be read. */
export async function fetchDocument(
  world: World,
  leg: Leg,
  request: DocumentRequest,
): Promise<TwimlDocument | undefined> {
  if ("inline" in request) return read(world, leg, request.inline, "http://localhost/");
  const { call } = leg;
  const answer = await world.webhooks.ask({
    kind: request.kind,
    accountSid: call.accountSid,
    resourceSid: call.sid,
    hook: request.hook,
    fallback: request.fallback,
    params: { ...callParameters(world, call), ...request.params },
  });
  return answer && read(world, leg, answer.body, answer.url);
}

function read(world: World, leg: Leg, xml: string, baseUrl: string): TwimlDocument | undefined {
  const twiml = parseTwiml(xml);
  if (twiml.kind === "document") return { verbs: twiml.verbs, baseUrl };
  world.alert(12100, leg.call.sid, `The answer of ${baseUrl} is not TwiML: ${twiml.why}`);
  return undefined;
}
