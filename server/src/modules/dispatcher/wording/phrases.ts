/** Everything the dispatcher can say, with the parameters that each sentence needs. The wording itself is data. */
export const PHRASES = {
  disclosure: ["business"],
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
  ask_zip: [],
  ask_time: [],
  ask_name: [],
  offer_one: ["first"],
  offer_two: ["first", "second"],
  offer_three: ["first", "second", "third"],
  no_such_time: [],
  ask_choice_again: [],
  read_back: ["service", "address", "when"],
  read_back_named: ["name", "service", "address", "when"],
  read_back_move: ["when"],
  conditions: ["low", "high", "fee"],
  conditions_after_hours: ["low", "high", "fee", "factor"],
  please_confirm: [],
  booked: ["when"],
  moved: ["when"],
  slot_gone: [],
  ask_what_to_change: [],
  visit_cancelled: ["when"],
  visit_confirmed: ["when"],
  no_visit_found: [],
  your_visit: ["when"],
  price: ["low", "high", "fee"],
  hours: ["hours"],
  area: ["radius"],
  area_inside: [],
  eta_visit: ["when"],
  eta_no_visit: [],
  i_am_automated: ["business"],
  out_of_area: ["business", "radius"],
  no_free_time: [],
  handed_over: ["business"],
  handed_over_complaint: ["business"],
  declined: [],
  wrong_number: [],
  thanks: [],
  help: ["business", "phone"],
} as const satisfies Record<string, readonly string[]>;

export type PhraseName = keyof typeof PHRASES;
export type Phrase = {
  [Name in PhraseName]: { say: Name; with: Record<(typeof PHRASES)[Name][number], string> };
}[PhraseName];

/** Wording of every phrase in one language: text with {{parameters}}. */
export type Wording = Record<PhraseName, string>;

/** One sentence to say, its parameters checked by the compiler. */
export function phrase<Name extends PhraseName>(
  say: Name,
  given: Record<(typeof PHRASES)[Name][number], string>,
): Phrase {
  // The compiler cannot follow the pairing of name and parameters through the union; the signature holds it.
  return { say, with: given } as unknown as Phrase;
}
