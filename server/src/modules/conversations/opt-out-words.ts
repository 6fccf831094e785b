import { isAnsweredByCarrier, readKeyword } from "#compliance";
import { type Context, understand } from "#understanding";

export type OptOut = "stop" | "start" | "help" | "none";

/**
 * Whether a text ends, resumes or asks about the messages: first by a keyword alone, which is certain, then by its sense
 * (47 CFR 64.1200(a)(10): any words that a reasonable person would understand so). `asked` is what the business asked
 * last: "cancel please" then means the visit that is being arranged.
 */
export function readOptOut(body: string, asked: Context = "none"): OptOut {
  return readKeyword(body) ?? understand({ text: body, context: asked }).opt_out;
}

/**
 * Whether one of us is to answer a text: an opt-out is confirmed or obeyed in silence, and the carrier answers a bare
 * HELP; a cry for help is a message.
 */
export function expectsAnswer({ opt_out, body }: { opt_out: OptOut; body: string }): boolean {
  return opt_out === "help" ? !isAnsweredByCarrier(body) : opt_out === "none";
}
