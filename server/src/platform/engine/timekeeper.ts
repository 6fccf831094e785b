import { sql } from "kysely";
import type { Cancel } from "../clock.ts";
import type { Ports } from "../ports.ts";

/** Other processes set timers too: look again at least this often. */
const LOOK_AGAIN_MS = 1000;

export type Timekeeper = {
  /** A timer was set for then: it is not slept through. */
  expect(dueAt: Temporal.Instant): void;
  stop(): Promise<void>;
  settled(): Promise<void>;
};

/** Turns due timers into jobs, on the application's clock. Any number may run: each timer is taken once. */
export function startTimekeeper(ports: Pick<Ports, "clock" | "database" | "log">): Timekeeper {
  let stopped = false;
  let looking: Promise<void> | null = null;
  let again = false;
  /** What is slept until. */
  let next: Temporal.Instant | null = null;
  let cancel: Cancel = () => undefined;
  const heartbeat = setInterval(look, LOOK_AGAIN_MS);

  function look(): void {
    if (stopped) return;
    again = true;
    looking ??= lookUntilQuiet().finally(() => {
      looking = null;
      if (again) look();
    });
  }

  async function lookUntilQuiet(): Promise<void> {
    while (again && !stopped) {
      again = false;
      try {
        next = await fireDueTimers(ports);
        cancel();
        if (next !== null) cancel = ports.clock.schedule(next, look);
      } catch (error) {
        next = null;
        ports.log.warn({ err: error }, "timers could not be read; trying again");
      }
    }
  }

  /** While looking, the look may have come too early to see it. */
  function expect(dueAt: Temporal.Instant): void {
    const isSleptUntil = looking === null && next !== null && Temporal.Instant.compare(next, dueAt) <= 0;
    if (!isSleptUntil) look();
  }

  look();
  return {
    expect,
    async settled() {
      while (looking !== null) await looking;
    },
    async stop() {
      stopped = true;
      clearInterval(heartbeat);
      cancel();
      await looking;
    },
  };
}

/** Takes every due timer and enqueues its job in one statement. Returns the moment of the next one. */
async function fireDueTimers({ clock, database }: Pick<Ports, "clock" | "database">): Promise<Temporal.Instant | null> {
  const now = clock.now().toString();
  await sql`
    with due as (
      delete from timers where (tenant_id, id) in (
        select tenant_id, id from timers where due_at <= ${now} order by due_at for update skip locked limit 500)
      returning tenant_id, job, payload, queue_name, priority, due_at, key)
    select graphile_worker.add_job(job, json_build_object('tenant_id', tenant_id, 'data', payload),
                                   queue_name := queue_name, priority := priority, max_attempts := 12)
    from (select * from due order by due_at) ordered`.execute(database.platform);
  const { rows } = await sql<{ next: Temporal.Instant | null }>`select min(due_at) as next from timers`.execute(
    database.platform,
  );
  return rows[0]?.next ?? null;
}
