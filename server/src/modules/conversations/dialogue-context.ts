import { defineQuestion } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";
import type { Context } from "#understanding";

/** Answered by whoever leads the dialogue: what it asked the customer last. A courteous "cancel" depends on it. */
export const dialogueContext = defineQuestion<(scope: Scope, conversationId: string) => Promise<Context>>(
  "conversations.dialogue_context",
);
