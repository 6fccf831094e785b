import { type Kysely, sql } from "kysely";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import type { DB } from "./database/database-types.ts";
import type { Subscribers } from "./events.ts";
import type { Ids } from "./ids.ts";
import { createOutbox } from "./outbox.ts";
import type { Nudge, Ports } from "./ports.ts";
import type { Answers } from "./questions.ts";
import type { Scope } from "./scope.ts";

export type ScopeFurniture = {
  database: Database;
  clock: Clock;
  ids: Ids;
  subscribers: Subscribers;
  answers: Answers;
  publish: Ports["publish"];
  /** Told after a commit that set timers, of the earliest, so that it is not slept through. */
  timerSet(dueAt: Temporal.Instant): void;
};

/** Makes `ports.scope`: one transaction, bound to a tenant by the database itself. */
export function openScopes(furniture: ScopeFurniture): Ports["scope"] {
  return async (tenantId, actor, work, cause = {}) => {
    const now = furniture.clock.now();
    const nudges: Nudge[] = [];
    const outbox = createOutbox(furniture, actor, cause);
    const nudge: Scope["nudge"] = (topic, id) => void nudges.push({ topic, id });
    const { result, timerDueAt } = await inTransaction(furniture.database.app, tenantId, now, async (tx) => {
      const { answers, ids } = furniture;
      const done = await work({ ...outbox, tx, tenantId, actor, answers, now: () => now, newId: ids.id, nudge });
      return { result: done, timerDueAt: await outbox.write(tx) };
    });
    if (nudges.length > 0) furniture.publish(tenantId, nudges);
    if (timerDueAt !== null) furniture.timerSet(timerDueAt);
    return result;
  };
}

/** One round trip begins the transaction and says whose it is and when. */
async function inTransaction<Result>(
  database: Kysely<DB>,
  tenantId: string,
  now: Temporal.Instant,
  work: (tx: Kysely<DB>) => Promise<Result>,
): Promise<Result> {
  return database.connection().execute(async (tx) => {
    try {
      await sql.raw(beginning(tenantId, now)).execute(tx);
      const result = await work(tx);
      await sql`commit`.execute(tx);
      return result;
    } catch (error) {
      // On a broken connection there is nothing to take back, and what broke is what is told.
      await sql`rollback`.execute(tx).catch(() => undefined);
      throw error;
    }
  });
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Several statements in one text take no parameters: both values have a notation without quotes. */
function beginning(tenantId: string, now: Temporal.Instant): string {
  if (!UUID.test(tenantId)) throw new Error("A scope needs the id of a business.");
  return `begin; select set_config('app.tenant_id', '${tenantId}', true), set_config('app.now', '${now.toString()}', true)`;
}
