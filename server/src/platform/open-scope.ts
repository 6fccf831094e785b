import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import type { Subscribers } from "./events.ts";
import type { Ids } from "./ids.ts";
import { createOutbox, type Outbox } from "./outbox.ts";
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
  /** Told after a commit that started jobs, of how many. */
  jobsStarted(jobs: number): void;
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
    const { answers, database, ids } = furniture;
    const result = await inTransaction(database, beginning(tenantId, now), outbox, (tx) =>
      work({ ...outbox, tx, tenantId, actor, answers, now: () => now, newId: ids.id, nudge }),
    );
    if (nudges.length > 0) furniture.publish(tenantId, nudges);
    if (outbox.jobs() > 0) furniture.jobsStarted(outbox.jobs());
    const timerDueAt = outbox.timerDueAt();
    if (timerDueAt !== null) furniture.timerSet(timerDueAt);
    return result;
  };
}

/**
 * Nobody waits for the beginning, nor for what the outbox writes before the commit: each is sent together with what
 * follows, which fails if it fails.
 */
async function inTransaction<Result>(
  database: Database,
  beginning: string,
  outbox: Outbox,
  work: (tx: Scope["tx"]) => Promise<Result>,
): Promise<Result> {
  const { db, send, close, giveBack } = await database.lend();
  try {
    const [begun, done] = await Promise.allSettled([send(statement(beginning)), work(db)]);
    // Whatever is asked after the end would be a transaction of its own.
    close();
    if (begun.status === "rejected") throw begun.reason;
    if (done.status === "rejected") throw done.reason;
    const left = outbox.statement(db);
    await Promise.all([left === null ? null : send(left), send(statement("commit"))]);
    return done.value;
  } catch (error) {
    // On a broken connection there is nothing to take back, and what broke is what is told.
    await send(statement("rollback")).catch(() => undefined);
    throw error;
  } finally {
    giveBack();
  }
}

const statement = (sql: string) => ({ sql, parameters: [] });

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Several statements in one text take no parameters: both values have a notation without quotes. */
function beginning(tenantId: string, now: Temporal.Instant): string {
  if (!UUID.test(tenantId)) throw new Error("A scope needs the id of a business.");
  return `begin; select set_config('app.tenant_id', '${tenantId}', true), set_config('app.now', '${now.toString()}', true)`;
}
