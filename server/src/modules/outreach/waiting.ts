import type { Scope } from "#platform/scope.ts";

export type Waiting = { conversationId?: string; recipient?: string; reason: string };

/** Cancels the texts of a conversation or to a person that have not begun to leave. */
export async function cancelWaiting(_scope: Scope, waiting: Waiting): Promise<void> {
  throw new Error(`The queue is still being built (${waiting.reason})`);
}
