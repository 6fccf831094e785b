import { z } from "zod";
import { optOutState } from "../modules/compliance/index.ts";
import { SYSTEM } from "../platform/scope.ts";
import type { DialogueResult, Records } from "./result.ts";
import type { World } from "./world.ts";

const act = z.looseObject({ do: z.string(), reason: z.string().optional(), outcome: z.string().optional() });
const decision = z.looseObject({ acts: z.array(act) });

/** What the product's own records say of one customer's conversation. */
export async function readRecords(
  world: World,
  tenantId: string,
  phone: string,
): Promise<Records & Pick<DialogueResult, "appointment" | "decisions">> {
  return world.house.ports.scope(tenantId, SYSTEM, async (scope) => {
    const turns = await scope.tx
      .selectFrom("dispatcher_turn_facts")
      .select(["decision", "understanding", "created_at"])
      .orderBy("created_at")
      .execute();
    const appointment = await scope.tx
      .selectFrom("appointment_facts")
      .innerJoin("contact_facts", (join) =>
        join
          .onRef("contact_facts.tenant_id", "=", "appointment_facts.tenant_id")
          .onRef("contact_facts.id", "=", "appointment_facts.contact_id"),
      )
      .selectAll("appointment_facts")
      .select("contact_facts.name")
      .where("status", "in", ["scheduled", "confirmed"])
      .orderBy("scheduled_start", "desc")
      .executeTakeFirst();
    const acts = turns.flatMap((turn) => decision.parse(turn.decision).acts);
    return {
      optedOut: (await optOutState(scope, phone)).optedOut,
      acts,
      hasLiveAppointment: appointment !== undefined,
      appointment:
        appointment === undefined
          ? null
          : {
              start: local(appointment.scheduled_start, appointment.timezone),
              end: local(appointment.scheduled_end, appointment.timezone),
              service: appointment.service_type ?? "",
              address: appointment.address,
              name: appointment.name,
            },
      decisions: turns.map((turn) => ({
        at: turn.created_at?.toString() ?? "",
        acts: decision.parse(turn.decision).acts,
        understood: turn.understanding,
      })),
    };
  });
}

/** ISO 8601 with the offset of the business's zone. */
function local(moment: Temporal.Instant | null, timezone: string | null): string {
  return moment === null ? "" : moment.toZonedDateTimeISO(timezone ?? "UTC").toString({ timeZoneName: "never" });
}
