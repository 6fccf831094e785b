import type { Scope } from "#platform/scope.ts";
import { getConversation, wakePages } from "./conversation.ts";

/** Writes what only the business's own people read. Returns the note's id. @throws Refused not_found. */
export async function addNote(scope: Scope, conversationId: string, authorId: string, body: string): Promise<string> {
  await getConversation(scope, conversationId);
  const id = scope.newId();
  await scope.tx
    .insertInto("conversation_notes")
    .values({ tenant_id: scope.tenantId, id, conversation_id: conversationId, author_id: authorId, body })
    .execute();
  wakePages(scope, conversationId);
  return id;
}
