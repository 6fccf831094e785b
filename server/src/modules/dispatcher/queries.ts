import type { Conversation } from "#conversations";
import type { Scope } from "#platform/scope.ts";
import type { Understanding } from "#understanding";
import type { Decision } from "./policy/decision.ts";
import { newSession, type Session, session as sessionShape } from "./policy/session.ts";
import type { World } from "./policy/world.ts";

/** The conversation's session, locked until the transaction ends; a new one when the dispatcher never spoke here. */
export async function findSession(
  scope: Scope,
  conversation: Conversation,
  name: string | null,
): Promise<{ session: Session; lastMessageId: string | null }> {
  const row = await scope.tx
    .selectFrom("dispatcher_sessions")
    .select(["state", "last_message_id"])
    .where("conversation_id", "=", conversation.id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return { session: newSession(conversation.language, { name }), lastMessageId: null };
  return { session: sessionShape.parse(row.state), lastMessageId: row.last_message_id };
}

export async function saveSession(
  scope: Scope,
  conversationId: string,
  session: Session,
  lastMessageId: string,
): Promise<void> {
  const state = JSON.stringify(session);
  const values = { language: session.language, state, last_message_id: lastMessageId };
  await scope.tx
    .insertInto("dispatcher_sessions")
    .values({
      tenant_id: scope.tenantId,
      conversation_id: conversationId,
      ...values,
      disclosed_at: session.disclosed ? scope.now() : null,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "conversation_id"]).doUpdateSet(values))
    .execute();
}

export type Turn = {
  conversationId: string;
  inbound: string[];
  understanding: Understanding;
  world: World;
  decision: Decision;
  replyMessageId: string | null;
};

/** Keeps how a reply came about, for the story and for "why?". */
export async function insertTurn(scope: Scope, turn: Turn): Promise<void> {
  const { estimate, area, fitting, soonest, upcoming } = turn.world;
  const tools = { estimate, area, fitting: fitting.slice(0, 5), soonest: soonest.slice(0, 5), upcoming };
  await scope.tx
    .insertInto("dispatcher_turns")
    .values({
      tenant_id: scope.tenantId,
      conversation_id: turn.conversationId,
      inbound_message_ids: turn.inbound,
      understanding: JSON.stringify(turn.understanding),
      tool_results: JSON.stringify(tools),
      decision: JSON.stringify({ acts: turn.decision.acts, phrases: turn.decision.phrases }),
      reply_message_id: turn.replyMessageId,
    })
    .execute();
}
