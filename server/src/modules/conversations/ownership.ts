import type { Scope } from "#platform/scope.ts";
import type { Conversation } from "./conversation.ts";

/** A person takes the pen; whatever the AI had queued under the old one is cancelled. */
export async function takeOver(_scope: Scope, id: string, _userId: string): Promise<Conversation> {
  throw new Error(`Ownership is still being built (${id})`);
}

/** The pen goes back to the AI. */
export async function handBack(_scope: Scope, id: string): Promise<Conversation> {
  throw new Error(`Ownership is still being built (${id})`);
}

/** The AI lays the pen down: a person has to answer. `urgent` raises the priority. */
export async function handOver(_scope: Scope, id: string, _reason: string, _urgent = false): Promise<Conversation> {
  throw new Error(`Ownership is still being built (${id})`);
}
