import { hangUp } from "../leg.ts";
import { goTo, methodOf, type VerbAction } from "../stage.ts";

/** `<Hangup>`: a call that was never answered ends as it would for its caller, otherwise completed. */
export const hangup: VerbAction = async ({ leg }) => {
  hangUp(leg);
  return "end";
};

/** `<Reject>` as first verb: the call is not picked up; "busy" with that reason, "no-answer" otherwise. Source: Twilio, "TwiML: Reject". */
export const reject: VerbAction = async ({ leg }, verb) => {
  hangUp(leg, verb.attributes["reason"] === "busy" ? "busy" : "no-answer");
  return "end";
};

/** `<Redirect>`: the rest of the document is left undone. */
export const redirectTo: VerbAction = async ({ baseUrl }, verb) => {
  const url = new URL(verb.text, baseUrl).href;
  return goTo("voice", { url, method: methodOf(verb.attributes["method"]) }, {});
};
