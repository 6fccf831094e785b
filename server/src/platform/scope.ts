import type { Kysely } from "kysely";
import type { DB } from "./database/database-types.ts";
import type { EventDefinition } from "./events.ts";
import type { JobCall } from "./jobs.ts";
import type { Answers } from "./questions.ts";

/** Who acts. */
export type Actor =
  | { type: "user"; id: string }
  | { type: "ai" }
  | { type: "customer" }
  | { type: "system" }
  | { type: "operator"; id: string };

export const SYSTEM: Actor = { type: "system" };

/** A database within a transaction: another cannot be begun in it, nor a connection taken or closed. */
export type Tx = Omit<
  Kysely<DB>,
  "connection" | "destroy" | "startTransaction" | "transaction" | typeof Symbol.asyncDispose
>;

/** One open transaction for one tenant and one actor. It has no network. First argument of whatever changes our state. */
export type Scope = {
  tx: Tx;
  tenantId: string;
  actor: Actor;
  /** The moment of this transaction: the same throughout. */
  now(): Temporal.Instant;
  newId(): string;
  /** Announces a fact: stored with the change, delivered to every subscriber after commit. */
  emit<Payload extends object>(event: EventDefinition<Payload>, payload: Payload): Promise<void>;
  /** Starts a job after commit. With a key, a waiting job of the same key is replaced instead of doubled. */
  enqueue<Data extends object>(job: JobCall<Data>, data: Data, options?: { key?: string }): Promise<void>;
  /** Starts a job at a moment of the application's clock. One timer a key: setting it again moves it. */
  setTimer<Data extends object>(key: string, dueAt: Temporal.Instant, job: JobCall<Data>, data: Data): Promise<void>;
  cancelTimer(key: string): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
  /** Wakes pages after commit. */
  nudge(topic: string, id: string): void;
  answers: Answers;
};

export type AuditEntry = {
  entity_type: string;
  entity_id: string | null;
  action: string;
  changes?: Record<string, unknown>;
};
