import { sql } from "kysely";
import { SYSTEM } from "../../src/platform/scope.ts";
import type { World } from "../../src/simulation/world.ts";

type Row = Record<string, unknown>;

/** What the product keeps of a business, read as the business itself sees it. */
export function recordsOf(world: World & { business: { tenantId: string } }) {
  const read = async <Kept extends Row = Row>(query: string): Promise<Kept[]> =>
    world.house.ports.scope(
      world.business.tenantId,
      SYSTEM,
      async (scope) => (await sql.raw<Kept>(query).execute(scope.tx)).rows,
    );
  return {
    calls: () =>
      read<{ missed: boolean | null; missed_reason: string | null; status: string }>(
        "select * from call_facts order by started_at",
      ),
    /** As the carrier's lists name them. */
    carrierCalls: () =>
      read<{
        call_sid: string;
        status: string;
        missed: boolean | null;
        answered: boolean | null;
        started_at: Temporal.Instant;
        ended_at: Temporal.Instant | null;
        duration_seconds: number | null;
        price: string | null;
        is_final: boolean;
        disconnect_reason: string | null;
      }>("select * from calls order by started_at"),
    texts: () =>
      read<{ message_sid: string | null; direction: string; price: string | null }>(
        "select * from messages order by created_at",
      ),
    media: () => read<{ state: string; content_type: string }>("select state, content_type from message_media"),
    participants: () =>
      read<{ leg_sid: string | null; participant_type: string; status: string }>("select * from call_participants"),
    textBacks: () =>
      read<{ outcome: string; reason: string; wording: string | null }>(
        "select * from text_back_facts order by created_at",
      ),
    appointments: () =>
      read<{ status: string; scheduled_start: Temporal.Instant; address: string | null; service_type: string }>(
        "select * from appointment_facts order by created_at",
      ),
    leads: () =>
      read<{ status: string; problem_description: string | null; urgency_level: string }>(
        "select * from lead_facts order by created_at",
      ),
    conversations: () =>
      read<{ id: string; owner_kind: string; status: string; language: string }>(
        "select * from conversation_facts order by created_at",
      ),
    messages: () =>
      read<{
        message_sid: string | null;
        direction: string;
        sender: string;
        body: string;
        status: string;
        created_at: Temporal.Instant;
      }>("select * from message_facts order by created_at, id"),
    sends: () =>
      read<{
        message_sid: string | null;
        state: string;
        status: string | null;
        class: string;
        recipient: string;
        body: string;
        price: string | null;
      }>("select * from send_facts order by created_at"),
    tasks: () => read<{ subject: string; priority: string }>("select * from activities order by created_at"),
    turns: () =>
      read<{ understanding: unknown; decision: unknown }>("select * from dispatcher_turn_facts order by created_at"),
  };
}
