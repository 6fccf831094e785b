import { updateContact } from "#contacts";
import type { Scope } from "#platform/scope.ts";
import { understand } from "#understanding";
import { changeConversation, getConversation } from "./conversation.ts";

/** Fewer words than this tell no language: "ok" is said in both. */
const WORDS_OF_A_LANGUAGE = 3;

/** What we write later, we write in the language in which the person last wrote. */
export async function followLanguage(scope: Scope, conversationId: string, body: string): Promise<void> {
  const { contact_id, language: known } = await getConversation(scope, conversationId);
  const { language } = understand({ text: body, lang: known });
  if (language === known || body.trim().split(/\s+/).length < WORDS_OF_A_LANGUAGE) return;
  if (contact_id !== null) await updateContact(scope, contact_id, { language });
  await changeConversation(scope, conversationId, { language });
}
