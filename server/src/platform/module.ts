import type { EventDefinition, Subscription } from "./events.ts";
import type { Mount, Route } from "./http/route.ts";
import type { Invariant } from "./invariants.ts";
import type { AnyJob } from "./jobs.ts";
import type { Ports } from "./ports.ts";
import type { Answered } from "./questions.ts";

/** Who may do what, as a sentence a person would say; guards routes and tells pages what to offer. */
export type Permissions = Record<string, { sentence: string; roles: readonly Role[] }>;

export const ROLES = ["owner", "admin", "operator", "user", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** A module as a plain list of what it offers. Read only by the composition root and by tools. */
export type Module = {
  name: string;
  /** One sentence. */
  purpose: string;
  /** The lower modules it calls. */
  uses: readonly string[];
  tables: readonly string[];
  /** Views that others may read. */
  facts?: readonly string[];
  permissions?: Permissions;
  routes?: readonly Route[];
  /** HTTP that is not JSON for people: media, pages. */
  mount?: Mount;
  /** HTTP without people: webhooks. Nothing that is for browsers (cookies, page headers, origins) is done for it. */
  mountForMachines?: Mount;
  events?: readonly EventDefinition[];
  subscriptions?: readonly Subscription[];
  jobs?: readonly AnyJob[];
  answers?: readonly Answered[];
  invariants?: readonly Invariant[];
  /** What runs beside the jobs in every worker process, such as draining the inbox. */
  services?: readonly Service[];
};

export type Service = { name: string; start(ports: Ports): RunningService };

export type RunningService = {
  /** Resolves when nothing that was there at the call is left to do. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

export function defineModule(module: Module): Module {
  return module;
}
