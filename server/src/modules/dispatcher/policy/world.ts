import type { Estimate } from "../tools/estimate.ts";
import type { RateTime } from "../tools/rate-time.ts";
import type { Unavailable } from "../tools/why-not.ts";
import type { endings, OfferedSlot } from "./session.ts";

/** What the tools said before this turn: the only source of times, prices and promises. */
export type World = {
  now: Temporal.Instant;
  timezone: string;
  business: { name: string; trade: string; phone: string };
  /** "Monday to Friday 8 AM to 6 PM", in the customer's language. */
  hoursInWords: string;
  serviceRadiusMiles: number;
  /** How many days ahead visits are booked. */
  bookingAdvanceDays: number;
  /** Whether the customer's address is served; unknown without a ZIP or a known city. */
  area: "inside" | "outside" | "unknown";
  /** Free times that fit the customer's wish, best first. Empty when none does, or nothing is wished. */
  fitting: readonly OfferedSlot[];
  /** Why no free time fits the wish, and the free times that come nearest to it. */
  unavailable: Unavailable | null;
  nearest: readonly OfferedSlot[];
  /** The soonest free times, whatever was wished. */
  soonest: readonly OfferedSlot[];
  /** What the job may cost, by the time of the visit. */
  estimates: Record<RateTime, Estimate>;
  /** Whether there is a phone of the business's people to alert. */
  canAlert: boolean;
  /** The contact's next visit. `reminded`: a reminder asked for a confirmation that has not come. */
  upcoming:
    | (Pick<OfferedSlot, "window_start" | "window_end" | "date" | "from" | "to"> & { id: string; reminded: boolean })
    | null;
  /** Below this confidence nothing is done that cannot be undone. */
  confidenceThreshold: number;
};

/** What a turn does besides talking. */
export type Act =
  | { do: "book"; slot: OfferedSlot }
  | { do: "move"; appointmentId: string; slot: OfferedSlot }
  | { do: "change_address"; appointmentId: string }
  | { do: "cancel_visit"; appointmentId: string }
  | { do: "confirm_visit"; appointmentId: string }
  | { do: "hand_over"; reason: HandOverReason; urgent: boolean }
  | { do: "alert_owner"; kind: "life" | "urgent" }
  /** Where to go, told after the alarm. */
  | { do: "tell_owner_address" }
  /** Something for a person to read: a detail of the problem, a question that no tool answers. */
  | { do: "note"; words: string }
  | { do: "close"; outcome: Exclude<(typeof endings)[number], "booked"> };

export type HandOverReason =
  | "asked_for_person"
  | "complaint"
  | "not_understood"
  | "life_danger"
  | "too_many_turns"
  | "no_free_time"
  | "address_outside_area"
  | "no_answer_possible";
