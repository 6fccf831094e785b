/** Everything the dispatcher can say, with the parameters that each sentence needs. The wording itself is data. */
export const PHRASES = {
  disclosure: ["business"],
  i_am_automated: ["business"],

  life_gas: [],
  life_co: [],
  life_fire: [],
  life_electrical: [],
  life_flood: [],
  life_medical: [],
  life_security: [],
  life_other: [],
  person_is_alerted: ["business"],
  urgent_flood: [],
  urgent_electrical: [],
  urgent_alerted: [],

  ask_problem: [],
  ask_problem_again: [],
  ask_photo: [],
  ask_address: [],
  ask_address_again: [],
  ask_street: [],
  ask_zip: [],
  ask_time: [],
  ask_name: [],
  thanks_name: ["name"],
  photo_received: [],

  offer_one: ["first"],
  offer_two: ["first", "second"],
  offer_three: ["first", "second", "third"],
  ask_choice_again: [],
  time_is_taken: [],
  outside_hours: ["hours"],
  closed_that_day: ["day"],
  closed_for_holiday: ["day", "holiday"],
  day_has_passed: [],
  too_far_ahead: ["days"],
  soonest_time: ["when"],
  no_free_time: [],

  read_back: ["service", "address", "when"],
  read_back_named: ["name", "service", "address", "when"],
  read_back_clinic: ["service", "when"],
  read_back_clinic_named: ["name", "service", "when"],
  read_back_move: ["when"],
  please_confirm: [],
  please_confirm_move: [],
  confirm_again: ["when"],
  ask_what_to_change: [],
  slot_taken: [],
  slot_past: [],
  booked: ["when"],
  moved: ["when"],

  estimate_with_travel: ["amount"],
  estimate_plus_travel: ["amount", "mile"],
  estimate_labor: ["amount"],
  estimate_clinic: ["amount"],
  diagnostic_fee: ["fee"],
  after_hours_rate: ["factor"],
  price_needs_problem: [],
  hours: ["hours"],
  area: ["radius"],
  area_inside: [],

  your_visit: ["when"],
  visit_stays: ["when"],
  visit_confirmed: ["when"],
  visit_cancelled: ["when"],
  address_changed: ["address", "when"],
  no_visit_found: [],
  passed_on: [],

  out_of_area: ["business", "radius"],
  undecided: [],
  declined: [],
  wrong_number: [],
  thanks: [],
  help: ["business", "phone"],
  handed_over: ["business"],
  handed_over_complaint: ["business"],
} as const satisfies Record<string, readonly string[]>;

export type PhraseName = keyof typeof PHRASES;
type Given<Name extends PhraseName> = Record<(typeof PHRASES)[Name][number], string>;
export type Phrase = { say: PhraseName; with: Record<string, string> };

/** Wording of every phrase in one language: text with {{parameters}}. */
export type Wording = Record<PhraseName, string>;

/** One sentence to say, its parameters checked by the compiler. */
export function phrase<Name extends PhraseName>(say: Name, given: Given<Name>): Phrase {
  return { say, with: given };
}
