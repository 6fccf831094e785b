import type { Logger } from "pino";
import type { Telephony } from "#providers/telephony/port.ts";
import type { Clock } from "./clock.ts";
import type { Configuration } from "./config/configuration.ts";
import type { Database } from "./database/database.ts";
import type { Ids } from "./ids.ts";
import type { Pressure } from "./pressure.ts";
import type { Answers } from "./questions.ts";
import type { Actor, Scope } from "./scope.ts";
import type { Sealer } from "./sealing.ts";

/** Everything outside the transaction. First argument of every function that talks to the outside. */
export type Ports = {
  clock: Clock;
  ids: Ids;
  config: Configuration;
  log: Logger;
  telephony: Telephony;
  sealer: Sealer;
  answers: Answers;
  database: Database;
  pressure: Pressure;
  /** Runs `work` in one transaction for one tenant and one actor; commits when it returns, rolls back when it throws. */
  scope<Result>(
    tenantId: string,
    actor: Actor,
    work: (scope: Scope) => Promise<Result>,
    cause?: Cause,
  ): Promise<Result>;
  /** Wakes the pages of a tenant that show these things. */
  publish(tenantId: string, nudges: readonly Nudge[]): void;
  /** Ends the live connections of a session that was closed. */
  disconnect(sessionId: string): void;
};

/** What a change came from: ties webhooks, events, jobs and sends of one story together. */
export type Cause = { correlationId?: string; causationId?: string };

/** Tells a page that something changed, never what: the page asks again. */
export type Nudge = { topic: string; id: string };
