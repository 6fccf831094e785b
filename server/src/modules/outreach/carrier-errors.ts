/** What an error of the carrier means for us. */
export type ErrorClass =
  /** The person does not want texts. */
  | "opted_out"
  /** A line that takes no texts at all. */
  | "landline"
  /** This number cannot be reached by text. */
  | "not_textable"
  /** It may work another time. */
  | "transient"
  /** The carriers filter what we send. */
  | "filtered"
  /** The sender may not send until something is registered. */
  | "sender_unregistered"
  /** Too much at once. */
  | "backpressure"
  /** Our account or set-up is at fault. */
  | "configuration"
  /** It came too late to be of use. */
  | "expired"
  | "unknown";

export type CarrierError = {
  class: ErrorClass;
  /** What happened and what to do, for the person at the inbox. */
  sentence: string;
  /** How long nothing more leaves our number. */
  rest?: "minutes" | "day";
};

/** Twilio, "Error and warning dictionary"; Twilio may change what a code says, never that it failed. */
const ERRORS: Readonly<Record<number, CarrierError>> = {
  20003: {
    class: "configuration",
    sentence: "The carrier refused our sign-in. Check the account's token in the settings.",
  },
  21211: { class: "not_textable", sentence: "This is not a valid phone number. Check it, or call." },
  21408: {
    class: "configuration",
    sentence: "The account may not text this country. Allow it at the carrier, or call.",
  },
  21606: { class: "configuration", sentence: "Our number cannot send texts. Check it at the carrier." },
  21610: { class: "opted_out", sentence: "This person has opted out at the carrier. They can text START to return." },
  21611: {
    class: "backpressure",
    rest: "minutes",
    sentence: "Too many texts were waiting at the carrier. It is tried again by itself.",
  },
  21612: { class: "not_textable", sentence: "The carrier has no way to this phone. Call instead." },
  21614: { class: "landline", sentence: "This phone cannot receive texts. Call instead." },
  21617: { class: "configuration", sentence: "The text is too long. Send it in parts." },
  21703: { class: "configuration", sentence: "The messaging service has no number. Add one at the carrier." },
  21704: { class: "configuration", sentence: "The messaging service has no number. Add one at the carrier." },
  30001: { class: "backpressure", rest: "minutes", sentence: "Too many texts were waiting at the carrier." },
  30002: { class: "configuration", sentence: "The account is suspended. Ask the carrier why." },
  30003: { class: "transient", sentence: "The phone is off or out of reach. Try again later, or call." },
  30004: { class: "filtered", sentence: "The person or their carrier blocks our number. Call instead." },
  30005: { class: "not_textable", sentence: "This phone does not exist any more. Check the number." },
  30006: { class: "landline", sentence: "This is a landline, or its carrier takes no texts. Call instead." },
  30007: { class: "filtered", sentence: "The carrier took this text for spam. Say it in other words, without links." },
  30008: { class: "transient", sentence: "The carrier does not say why it failed. Try again later, or call." },
  30022: { class: "backpressure", rest: "minutes", sentence: "We texted faster than our registration allows." },
  30026: { class: "backpressure", rest: "day", sentence: "The day's limit of texts is nearly used up." },
  30027: {
    class: "backpressure",
    rest: "day",
    sentence: "The day's limit of texts is used up. It ends at midnight Pacific time.",
  },
  30032: {
    class: "sender_unregistered",
    rest: "day",
    sentence: "Our toll-free number is not verified yet. Texts wait for it; call instead.",
  },
  30034: {
    class: "sender_unregistered",
    rest: "day",
    sentence: "Our number is not registered for texts yet. Texts wait for it; call instead.",
  },
  30036: { class: "expired", sentence: "It could not be delivered in time and was dropped. Call, or write again." },
  30450: { class: "filtered", sentence: "The carrier stopped it as possible fraud. Call instead." },
  63038: { class: "backpressure", rest: "day", sentence: "The account's limit of texts a day is used up." },
};

/** Always an answer: codes we have not met are of the class "unknown". */
export function carrierError(code: number | null): CarrierError {
  const known = code === null ? undefined : ERRORS[code];
  const named = code === null ? "without a code" : `with the code ${code}`;
  return known ?? { class: "unknown", sentence: `The carrier refused it ${named}. Try again later, or call.` };
}
