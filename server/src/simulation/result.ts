/** What became of one scripted dialogue; one JSON line of `nmc simulate --dialogues --json`. */
export type DialogueResult = {
  id: string | number;
  outcome: Outcome;
  appointment: { start: string; end: string; service: string; address: string | null; name: string | null } | null;
  said: { from: "customer" | "business" | "person"; at: string; text: string }[];
  decisions: { at: string; acts: unknown[]; understood: unknown }[];
};

export type Outcome =
  | "booked"
  | "handed_over"
  | "out_of_area"
  | "declined"
  | "opted_out"
  | "emergency_escalated"
  | "no_booking";

/** What the conversation's records say, before they are summed up. */
export type Records = {
  optedOut: boolean;
  acts: readonly { do: string; reason?: string; outcome?: string }[];
  hasLiveAppointment: boolean;
};

/** One word for what a dialogue came to; the gravest thing that happened wins. */
export function outcomeOf({ optedOut, acts, hasLiveAppointment }: Records): Outcome {
  const handedOver = acts.filter((act) => act.do === "hand_over");
  const closed = acts.filter((act) => act.do === "close").at(-1)?.outcome;
  if (handedOver.some((act) => act.reason === "life_danger")) return "emergency_escalated";
  if (optedOut) return "opted_out";
  if (handedOver.length > 0) return "handed_over";
  if (hasLiveAppointment) return "booked";
  if (closed === "out_of_area") return "out_of_area";
  if (closed === "declined" || closed === "undecided" || acts.some((act) => act.do === "cancel_visit"))
    return "declined";
  return "no_booking";
}
