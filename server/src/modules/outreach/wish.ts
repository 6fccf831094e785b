import { defineQuestion } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";

export const MESSAGE_CLASSES = ["conversational", "transactional", "marketing", "collection"] as const;
export type MessageClass = (typeof MESSAGE_CLASSES)[number];

/** Who wants to reach whom, why, with what words, and what must still hold when it goes out. */
export type SendWish = {
  /** Names the one reason for this text, such as "text_back:<call id>": a second wish with it gets the first decision. */
  cause: string;
  class: MessageClass;
  /** The deed that asks: "text_back", "ai", "reminder" ...; "person" when a person typed these words to this one recipient. */
  requestedBy: string;
  recipient: string;
  phoneNumberId: string;
  body: string;
  mediaUrls?: readonly string[];
  callId?: string | null;
  conversationId?: string | null;
  /** The pen that the asker holds; a send under a pen that has passed on is refused. */
  ownershipToken?: number | null;
  conditions?: readonly SendCondition[];
  /** How long the text is worth sending. */
  validFor: Temporal.Duration;
  /** At most one text of the same `requestedBy` to the recipient in this span. */
  oncePer?: Temporal.Duration;
  /** The one confirmation that may follow an opt-out (47 CFR 64.1200(a)(12)). */
  confirmsOptOut?: boolean;
};

/** Who asks for texts that no machine wrote. */
export const A_PERSON = "person";

export type SendCondition = { name: string; data: unknown };

export type RuleResult = { id: string; passed: boolean; sentence: string; citation?: string };

export type SendDecision = {
  id: string;
  verdict: "allowed" | "refused";
  /** The id of the first rule that refused; else "allowed", or "deferred" when quiet hours have to pass first. */
  reason: string;
  sentence: string;
  rules: readonly RuleResult[];
  /** The queued text; null when it was refused. */
  outboundMessageId: string | null;
  /** Whether its cause had been decided on before. */
  isRepeated: boolean;
};

/** What a higher module says must still hold: asked when the gate decides and again just before the text leaves. */
export type SendConditionCheck = {
  name: string;
  holds(scope: Scope, data: unknown): Promise<{ holds: boolean; sentence: string }>;
};
export const sendConditions = defineQuestion<SendConditionCheck>("outreach.send_conditions");

/** What the threads above know about a recipient. */
export type Correspondence = {
  /** The newest texts of a person to us, newest first. */
  newestFrom(scope: Scope, phone: string, limit: number): Promise<{ at: Temporal.Instant; body: string }[]>;
  /** The pen of a conversation; it does not pass on before the transaction ends. */
  holdPen(scope: Scope, conversationId: string): Promise<number | null>;
};
export const correspondence = defineQuestion<Correspondence>("outreach.correspondence");

/** @throws when no module keeps the threads: a mistake in the list of modules. */
export function correspondenceOf(scope: Scope): Correspondence {
  const [answer] = scope.answers(correspondence);
  if (answer === undefined) throw new Error("Nobody keeps the threads that the gate asks about.");
  return answer;
}
