import type { PoolConfig } from "pg";
import { prepareWire, type Wire } from "../database/wire.ts";

/** The space of the advisory locks by which worker pools show that they live; any number that is ours alone. */
export const SIGN_OF_LIFE = 7_270_001;
const TAKE_UP_AGAIN_MS = 1000;

export type SignOfLife = {
  /** Resolves when the lock is held: at once, save while its connection is broken. */
  shown(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Holds a lock named after a worker pool for as long as this process lives: PostgreSQL lets go of it when the connection
 * ends. A connection that breaks is taken up again.
 *
 * While it is broken others may take this pool for dead and run its jobs, though not within five seconds; so whoever begins
 * a job waits until life is shown again.
 */
export async function showLife(
  address: PoolConfig,
  poolId: string,
  onError: (error: Error) => void,
): Promise<SignOfLife> {
  let stopped = false;
  let wire: Wire | null = null;
  /** Whoever waits for it waits through any number of attempts. */
  let held = Promise.withResolvers<void>();
  let isHeld = false;
  let retry: NodeJS.Timeout | undefined;
  let taking = take();

  async function take(): Promise<void> {
    const fresh = prepareWire({ ...address, application_name: "nevermisscall sign of life" });
    const { client } = fresh;
    // Without a listener a broken connection would end the process; `end` follows in any case.
    client.on("error", onError);
    client.once("end", () => lose(fresh));
    wire = fresh;
    try {
      await client.connect();
      // A machine that lost its power says no goodbye: PostgreSQL asks after five seconds of silence, and twice more.
      await client.query(
        "set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 3; set tcp_keepalives_count = 2; set idle_session_timeout = 0",
      );
      await client.query("select pg_advisory_lock($1, hashtext($2))", [SIGN_OF_LIFE, poolId]);
      isHeld = true;
      held.resolve();
    } catch (error) {
      if (!stopped && error instanceof Error) onError(error);
      // What failed to connect may never say `end`.
      await fresh.hangUp();
      lose(fresh);
    }
  }

  function lose(broken: Wire): void {
    if (stopped || wire !== broken || retry !== undefined) return;
    if (isHeld) held = Promise.withResolvers<void>();
    isHeld = false;
    retry = setTimeout(() => {
      retry = undefined;
      taking = take();
    }, TAKE_UP_AGAIN_MS);
    retry.unref();
  }

  await taking;
  return {
    shown: () => held.promise,
    async stop() {
      stopped = true;
      held.resolve();
      clearTimeout(retry);
      await taking;
      await wire?.hangUp();
    },
  };
}
