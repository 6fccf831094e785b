import { isTollFree, placeOf, toE164 } from "../directory/place.ts";
import type { Feed } from "../truth/feed.ts";
import { type Handset, type HandsetSpec, HandsetSpecSchema, type LineType, type Text } from "./handset.ts";

/** The phones of the simulated people, by E.164 number. */
export interface Handsets {
  get(number: string): Handset | undefined;
  /** Makes a handset, or changes what the spec names of the one that has this number. Throws on a number that is none. */
  set(spec: HandsetSpec): Handset;
  all(): Handset[];
  addText(handset: Handset, text: Text): void;
  /** Tells the feed that something about the handset is different now. */
  changed(handset: Handset): void;
}

/** A handset remembers so many texts. */
const TEXTS_KEPT = 500;

export function createHandsets(feed: Feed): Handsets {
  const byNumber = new Map<string, Handset>();
  const changed = (handset: Handset): void => feed.tell("handset.changed", { number: handset.number });

  return {
    get: (number) => byNumber.get(number),
    all: () => [...byNumber.values()],
    changed,
    set(spec) {
      const { city, state, zip, number: written, ...given } = HandsetSpecSchema.parse(spec);
      const number = toE164(written);
      if (!number) throw new Error(`"${written}" is not a phone number; write it like +12125550123.`);
      const handset = byNumber.get(number) ?? newHandset(number);
      Object.assign(handset, withoutUndefined(given));
      Object.assign(handset.place, withoutUndefined({ city, state, zip }));
      if (given.lineType && given.textErrorCode === undefined) handset.textErrorCode = textErrorOf(given.lineType);
      byNumber.set(number, handset);
      changed(handset);
      return handset;
    },
    addText(handset, text) {
      handset.texts.push(text);
      if (handset.texts.length > TEXTS_KEPT) handset.texts.shift();
      changed(handset);
    },
  };
}

/** Texts to landlines fail: Twilio error 30006. */
const textErrorOf = (lineType: LineType): number | null => (lineType === "landline" ? 30006 : null);

const newHandset = (number: string): Handset => ({
  number,
  name: number,
  lineType: isTollFree(number) ? "tollFree" : "mobile",
  carrier: "Simulated Wireless",
  place: placeOf(number),
  isOn: true,
  callerId: number,
  onCall: { do: "ring" },
  voicemailAfterMs: null,
  forwarding: null,
  textErrorCode: null,
  lines: [],
  texts: [],
});

function withoutUndefined<T extends object>(given: T): Partial<T> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
