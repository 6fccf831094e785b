import type { Parameters } from "../webhooks/signing.ts";
import type { Hook, HttpMethod, WebhookKind } from "../webhooks/webhook.ts";
import type { World } from "../world.ts";
import type { DocumentRequest, Leg } from "./leg.ts";
import type { Verb } from "./twiml.ts";

/** What is to happen after a verb: the next one, nothing more, or another document. */
export type Continuation = "next" | "end" | { goTo: DocumentRequest };

/** Where a verb is performed. */
export interface Stage {
  world: World;
  leg: Leg;
  /** Relative URLs in the document start here. */
  baseUrl: string;
  /** Performs further documents on a leg; true when they ran out, false when the leg is over. */
  follow(world: World, leg: Leg, first: DocumentRequest): Promise<boolean>;
}

export type VerbAction = (stage: Stage, verb: Verb) => Promise<Continuation>;

/** The hook that a pair of attributes names, e.g. `action` and `method`; POST unless GET is asked for. */
export function hookOf(stage: Stage, verb: Verb, urlName: string, methodName: string): Hook | undefined {
  const url = verb.attributes[urlName];
  if (url === undefined || url === "") return undefined;
  return { url: new URL(url, stage.baseUrl).href, method: methodOf(verb.attributes[methodName]) };
}

export const methodOf = (written: string | undefined): HttpMethod =>
  written?.toUpperCase() === "GET" ? "GET" : "POST";

/** A number of seconds in an attribute, in ms. */
export function secondsOf(verb: Verb, name: string, otherwise: number): number {
  const seconds = Number(verb.attributes[name] ?? "");
  return (verb.attributes[name] && Number.isFinite(seconds) && seconds >= 0 ? seconds : otherwise) * 1_000;
}

/** Goes on with the document that the verb's action gives. */
export const goTo = (kind: WebhookKind, hook: Hook, params: Parameters): Continuation => ({
  goTo: { kind, hook, params },
});
