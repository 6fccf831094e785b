import type { ConsentKind } from "#compliance";
import type { MessageClass } from "./wish.ts";

/** Everything that the gate looks at; stored with the decision, so that it can be explained and repeated. */
export type GateFacts = {
  now: Temporal.Instant;
  /** When the text stops being worth sending. */
  expires_at: Temporal.Instant;
  class: MessageClass;
  requested_by: string;
  confirms_opt_out: boolean;
  body_length: number;
  media_count: number;
  recipient: {
    phone: string;
    country: string | null;
    is_withheld: boolean;
    /** It is one of the business's own numbers. */
    is_ours: boolean;
    line_type: string;
  };
  /** The phone of somebody who works in the business. */
  is_staff: boolean;
  /** Where the recipient may be. */
  zones: readonly string[];
  region: string | null;
  opted_out_since: Temporal.Instant | null;
  do_not_contact: boolean;
  is_excluded: boolean;
  consents: readonly ConsentKind[];
  /** The recipient's last call and last text to us. */
  last_call_at: Temporal.Instant | null;
  last_text_at: Temporal.Instant | null;
  sender: { status: string; is_registered: boolean; sent_today: number; daily_cap: number };
  earlier: {
    automated_last_hour: number;
    /** By the same asker, in the span that the asker named. */
    same_asker: number;
    machine_exchanges: number;
  };
  once_per_minutes: number | null;
  /** All businesses together have texted this phone enough for a day, and it never wrote. */
  unprompted_enough: boolean;
  /** The pen that the asker holds and the one that is in force; null when no owner is concerned. */
  pen: { held: number; current: number | null } | null;
  conditions: readonly { name: string; holds: boolean; sentence: string }[];
};
