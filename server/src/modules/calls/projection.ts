import { readPhone } from "#platform/values/phone.ts";
import type { CallState, Leg } from "./call-state.ts";
import type { MissedReason, Verdict } from "./missed.ts";
import { type CallStatus, isOver } from "./status.ts";

/** The columns of `calls` that follow from what was heard. */
export function project(state: CallState, verdict: Verdict) {
  const { parties, direction } = state;
  const started_at = state.arrived_at ?? state.first_heard_at;
  const answered_at = answeredAt(state, verdict);
  return {
    ...known(parties),
    ...known({ started_at, status: statusOf(state, answered_at), direction, duration_seconds: state.duration_seconds }),
    ...conclusion(verdict),
    missed_at: verdict.kind === "missed" ? missedAt(state, verdict.reason) : null,
    customer_phone: readPhone((direction === "outbound" ? parties.called_phone : parties.caller_phone) ?? ""),
    type: state.plan?.mode === "forwarded" ? "forwarded" : "voice",
    answered_at,
    answered_by: pickedUp(state).find(({ answered_by }) => answered_by !== null)?.answered_by ?? null,
    ended_at: latest(state.ended_at, started_at),
    ...(state.price === null ? {} : { price: state.price.amount, price_unit: state.price.unit }),
    // An end that was found out late takes the place of the one that was assumed.
    ...(state.ended_at === null ? {} : { disconnect_reason: null }),
    last_event_type: state.last_event?.type ?? null,
    last_event_time: state.last_event?.at ?? null,
  };
}

/** Of a call that comes in, the carrier reports the end only: that it was connected, we know from the phone that rang. */
function statusOf({ status }: CallState, answeredAt: Temporal.Instant | null): CallStatus | null {
  return isOver(status) || answeredAt === null ? status : "in-progress";
}

type Conclusion = { answered: boolean | null; missed: boolean | null; missed_reason: MissedReason | null };

function conclusion(verdict: Verdict): Conclusion {
  switch (verdict.kind) {
    case "answered":
      return { answered: true, missed: false, missed_reason: null };
    case "missed":
      return { answered: false, missed: true, missed_reason: verdict.reason };
    case "not_counted":
      return { answered: null, missed: false, missed_reason: null };
    case "undecided":
      return { answered: null, missed: null, missed_reason: null };
  }
}

/** When it was clear that nobody would answer. */
function missedAt(
  { arrived_at, dial, ended_at, last_event }: CallState,
  reason: MissedReason,
): Temporal.Instant | null {
  const isMissedOnArrival = reason === "forwarded" || reason === "nobody_to_ring";
  return (isMissedOnArrival ? arrived_at : null) ?? dial?.at ?? ended_at ?? last_event?.at ?? null;
}

/** When caller and business were connected; of a call that goes on, when they were as far as we know. */
function answeredAt(state: CallState, verdict: Verdict): Temporal.Instant | null {
  if (verdict.kind === "missed") return null;
  const legs = Object.values(state.legs);
  const moments =
    state.plan?.mode === "screened" ? legs.map((leg) => leg.accepted_at) : legs.map((leg) => leg.picked_up_at);
  const connected = moments.filter((moment) => moment !== null).sort(Temporal.Instant.compare)[0];
  if (connected !== undefined) return connected;
  const { dial } = state;
  if (verdict.kind !== "answered" || dial === null) return null;
  return dial.at.subtract({ seconds: dial.talk_seconds ?? 0 });
}

function pickedUp({ legs }: CallState): Leg[] {
  return Object.keys(legs)
    .sort()
    .flatMap((sid) => legs[sid] ?? [])
    .filter((leg) => leg.picked_up_at !== null);
}

/** The carrier writes the end in whole seconds: a call does not end before it began. */
function latest(ended: Temporal.Instant | null, started: Temporal.Instant | null): Temporal.Instant | null {
  if (ended === null || started === null) return ended;
  return Temporal.Instant.compare(ended, started) > 0 ? ended : started;
}

type Known<Fields> = { [Field in keyof Fields]?: NonNullable<Fields[Field]> };

/** Without the fields that nothing is known of: those keep what the row has. */
function known<Fields extends object>(fields: Fields): Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<Fields>;
}
