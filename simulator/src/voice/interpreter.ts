import type { World } from "../world.ts";
import { fetchDocument } from "./documents.ts";
import { answer, type DocumentRequest, finish, hangUp, hasEnded, isDisturbed, type Leg, play } from "./leg.ts";
import type { Continuation, Stage } from "./stage.ts";
import type { Verb } from "./twiml.ts";
import { verbActions } from "./verbs/actions.ts";

/**
 * Performs documents until one runs out (true) or the leg is over (false). The leg is left as it is.
 * `asked` is called whenever the application has been asked for a document.
 */
async function follow(world: World, leg: Leg, first: DocumentRequest, asked?: () => void): Promise<boolean> {
  let next: DocumentRequest | undefined = first;
  while (next) {
    const document = await fetchDocument(world, leg, next);
    asked?.();
    if (!document) await apologise(world, leg);
    if (hasEnded(leg) || !document) return false;
    const stage: Stage = { world, leg, baseUrl: document.baseUrl, follow };
    const then: Continuation = leg.redirect ? "next" : await performAll(stage, document.verbs);
    if (hasEnded(leg) || then === "end") return false;
    next = takeRedirect(leg) ?? (then === "next" ? undefined : then.goTo);
  }
  return true;
}

/** Performs a call's instructions from the first to the last and hangs up. */
export async function runCall(world: World, leg: Leg, first: DocumentRequest, asked?: () => void): Promise<void> {
  if (await follow(world, leg, first, asked)) finish(world, leg);
}

async function performAll(stage: Stage, verbs: readonly Verb[]): Promise<Continuation> {
  for (const verb of verbs) {
    const then = await perform(stage, verb);
    if (isDisturbed(stage.leg) || then !== "next") return then;
  }
  return "next";
}

/** What cannot be performed is skipped and the application's owner alerted (Twilio: 12200, schema validation warning). */
async function perform(stage: Stage, verb: Verb): Promise<Continuation> {
  const { world, leg } = stage;
  try {
    const action = verbActions[verb.name];
    if (action) return await action(stage, verb);
    world.alert(12200, leg.call.sid, `The verb <${verb.name}> is not known here and is skipped.`);
  } catch (error) {
    world.alert(12200, leg.call.sid, `<${verb.name}> cannot be performed and is skipped: ${String(error)}`);
  }
  return "next";
}

function takeRedirect(leg: Leg): DocumentRequest | undefined {
  const request = leg.redirect;
  leg.redirect = undefined;
  return request;
}

async function apologise(world: World, leg: Leg): Promise<void> {
  if (hasEnded(leg)) return;
  answer(world, leg);
  await play(world, leg, "We are sorry, an application error has occurred. Goodbye.", 4_000);
  hangUp(leg);
}
