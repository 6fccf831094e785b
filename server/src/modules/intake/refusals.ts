import { sql } from "kysely";
import type { Refusal } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { type Batches, createBatches } from "./batches.ts";
import { BAD_SIGNATURE, MALFORMED_WEBHOOK, UNKNOWN_HOOK, UNSIGNED, WRONG_ACCOUNT } from "./errors.ts";

/** Why a webhook was turned away, as counted. */
export type RefusalReason =
  | "unsigned"
  | "bad_signature"
  | "unknown_token"
  | "wrong_account"
  | "malformed"
  | "too_large";

export const REFUSALS: Record<Exclude<RefusalReason, "too_large">, Refusal> = {
  unsigned: UNSIGNED,
  bad_signature: BAD_SIGNATURE,
  unknown_token: UNKNOWN_HOOK,
  wrong_account: WRONG_ACCOUNT,
  malformed: MALFORMED_WEBHOOK,
};

/** A refused webhook raises a count of its day and leaves nothing else; a flood of them is one small write at a time. */
export type RefusalCount = { raise(reason: RefusalReason): void; idle(): Promise<void> };

const LARGEST_BATCH = 100_000;

export function createRefusalCount(ports: Pick<Ports, "clock" | "database" | "log">): RefusalCount {
  const batches: Batches<RefusalReason, void> = createBatches((reasons) => addCounts(ports, reasons), {
    largest: LARGEST_BATCH,
    splits: () => false,
  });
  return {
    raise(reason) {
      batches
        .add(reason)
        .catch((error: unknown) => ports.log.warn({ err: error }, "refused webhooks were not counted"));
    },
    idle: batches.idle,
  };
}

async function addCounts(
  { clock, database }: Pick<Ports, "clock" | "database">,
  reasons: RefusalReason[],
): Promise<void[]> {
  const day = clock.now().toZonedDateTimeISO("UTC").toPlainDate().toString();
  const counts = Map.groupBy(reasons, (reason) => reason);
  const rows = [...counts].map(([reason, { length: count }]) => ({ day, provider: "twilio", reason, count }));
  await database.urgent
    .insertInto("webhook_refusals")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["day", "provider", "reason"])
        .doUpdateSet({ count: sql<number>`webhook_refusals.count + excluded.count` }),
    )
    .execute();
  return reasons.map(() => undefined);
}
