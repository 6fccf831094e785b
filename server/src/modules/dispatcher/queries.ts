import { getContact } from "#contacts";
import type { Conversation } from "#conversations";
import type { Scope } from "#platform/scope.ts";
import type { Context, Understanding } from "#understanding";
import type { Decision } from "./policy/decision.ts";
import { newSession, type Session, session as sessionShape } from "./policy/session.ts";
import type { World } from "./policy/world.ts";
import { contactOf, knownCustomer } from "./remember.ts";

/**
 * The conversation's session, locked until the transaction ends; a new one when the dispatcher never spoke here, or when
 * what is stored is of another shape.
 */
export async function lockSession(
  scope: Scope,
  conversation: Conversation,
): Promise<{ session: Session; lastMessageId: string | null }> {
  const contact = await getContact(scope, contactOf(conversation));
  const fresh = newSession({ ...knownCustomer(contact), language: conversation.language });
  await scope.tx
    .insertInto("dispatcher_sessions")
    .values({
      tenant_id: scope.tenantId,
      conversation_id: conversation.id,
      language: fresh.language,
      state: JSON.stringify(fresh),
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "conversation_id"]).doNothing())
    .execute();
  const row = await sessions(scope, conversation.id).forUpdate().executeTakeFirstOrThrow();
  return { session: sessionShape.safeParse(row.state).data ?? fresh, lastMessageId: row.last_message_id };
}

/** What the dispatcher knows of the conversation; null where it never spoke. */
export async function findSession(scope: Scope, conversationId: string): Promise<Session | null> {
  const row = await sessions(scope, conversationId).executeTakeFirst();
  return sessionShape.safeParse(row?.state).data ?? null;
}

/** What the customer was asked last, in a conversation that the dispatcher holds. */
export async function findContext(scope: Scope, conversationId: string): Promise<Context> {
  return (await findSession(scope, conversationId))?.asked ?? "none";
}

/** The message up to which everything was answered. */
export async function findLastAnswered(scope: Scope, conversationId: string): Promise<string | null> {
  return (await sessions(scope, conversationId).executeTakeFirst())?.last_message_id ?? null;
}

function sessions(scope: Scope, conversationId: string) {
  return scope.tx
    .selectFrom("dispatcher_sessions")
    .select(["state", "last_message_id"])
    .where("tenant_id", "=", scope.tenantId)
    .where("conversation_id", "=", conversationId);
}

export async function saveSession(
  scope: Scope,
  conversationId: string,
  session: Session,
  lastMessageId: string,
): Promise<void> {
  await scope.tx
    .updateTable("dispatcher_sessions")
    .set((eb) => ({
      language: session.language,
      state: JSON.stringify(session),
      last_message_id: lastMessageId,
      disclosed_at: session.disclosed ? eb.fn.coalesce("disclosed_at", eb.val(scope.now())) : null,
    }))
    .where("tenant_id", "=", scope.tenantId)
    .where("conversation_id", "=", conversationId)
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

/** Enough free times to see why a reply offered what it offered. */
const KEPT_TIMES = 5;

/** Keeps how a reply came about, for the story and for "why?". */
export async function insertTurn(scope: Scope, turn: Turn): Promise<void> {
  const { estimates, area, fitting, nearest, soonest, unavailable, upcoming } = turn.world;
  const kept = (times: World["soonest"]) => times.slice(0, KEPT_TIMES);
  const results = { estimates, area, unavailable, upcoming };
  const times = { fitting: kept(fitting), nearest: kept(nearest), soonest: kept(soonest) };
  const { acts, phrases, session } = turn.decision;
  await scope.tx
    .insertInto("dispatcher_turns")
    .values({
      tenant_id: scope.tenantId,
      conversation_id: turn.conversationId,
      inbound_message_ids: turn.inbound,
      understanding: JSON.stringify(turn.understanding),
      tool_results: JSON.stringify({ ...results, ...times }),
      decision: JSON.stringify({ acts, phrases, asked: session.asked }),
      reply_message_id: turn.replyMessageId,
    })
    .execute();
}
