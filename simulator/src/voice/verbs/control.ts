import { finish, hangUp } from "../leg.ts";
import { goTo, methodOf, type VerbAction } from "../stage.ts";

/** `<Hangup>`: nothing more is performed. */
export const hangup: VerbAction = async ({ world, leg }) => {
  finish(world, leg);
  return "end";
};

/** `<Reject>`: a call not yet picked up ends busy with that reason, otherwise unanswered. Source: Twilio, "TwiML: Reject". */
export const reject: VerbAction = async ({ leg }, verb) => {
  const refusal = verb.attributes["reason"] === "busy" ? "busy" : "no-answer";
  hangUp(leg, leg.call.answeredAt === null ? refusal : "completed");
  return "end";
};

/** `<Redirect>`: the rest of the document is left undone. */
export const redirectTo: VerbAction = async ({ baseUrl }, verb) => {
  const url = new URL(verb.text, baseUrl).href;
  return goTo("voice", { url, method: methodOf(verb.attributes["method"]) }, {});
};
