import type { Scope } from "#platform/scope.ts";
import type { SendDecision, SendWish } from "./wish.ts";

/** Decides once whether a text may go out; stores the decision with its inputs whichever way it goes. */
export async function requestSend(_scope: Scope, wish: SendWish): Promise<SendDecision> {
  throw new Error(`The gate is still being built (${wish.cause})`);
}
