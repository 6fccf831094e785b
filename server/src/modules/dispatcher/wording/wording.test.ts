import { describe, expect, it } from "vitest";
import { askedFor } from "../../../simulation/asked-for.ts";
import type { Ask } from "../../../simulation/dialogue.ts";
import { composeText, WORDINGS } from "./compose-text.ts";
import { PHRASES, type PhraseName, phrase } from "./phrases.ts";

const names = Object.keys(PHRASES) as PhraseName[];
const languages = ["en", "es"] as const;
/** The characters of a text that fits 160 to a segment (3GPP TS 23.038, basic character set), without control characters. */
const GSM_7 = /^[@£$¥èéùìòÇØøÅåÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà_{}]*$/;

describe.each(languages)("the wording in %s", (language) => {
  it.each(names)("%s uses exactly its declared parameters", (name) => {
    const used = [...WORDINGS[language][name].matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
    expect([...new Set(used)].toSorted()).toEqual([...PHRASES[name]].toSorted());
  });

  it("asks at most one question in a sentence to say", () => {
    for (const name of names) expect(WORDINGS[language][name].match(/\?/g)?.length ?? 0, name).toBeLessThanOrEqual(1);
  });

  it("says the same questions to the ear of a customer", () => {
    const asks = (name: PhraseName): Ask[] => askedFor(WORDINGS[language][name]);
    for (const name of ["ask_problem", "ask_problem_again", "ask_photo"] as const)
      expect(asks(name)).toEqual(["problem"]);
    for (const name of ["ask_address", "ask_address_again", "ask_street", "ask_zip"] as const)
      expect(asks(name), name).toEqual(["address"]);
    for (const name of ["ask_time", "offer_one", "offer_two", "offer_three", "ask_choice_again"] as const)
      expect(asks(name)).toEqual(["time"]);
    expect(asks("ask_name")).toEqual(["name"]);
    for (const name of ["please_confirm", "please_confirm_move", "confirm_again"] as const)
      expect(asks(name)).toEqual(["confirm"]);
    for (const name of [
      "booked",
      "moved",
      "declined",
      "undecided",
      "out_of_area",
      "handed_over",
      "thanks",
      "help",
      "hours",
    ] as const)
      expect(asks(name), name).toEqual([]);
  });
});

describe("a text", () => {
  it("is English in characters that are cheap to send", () => {
    for (const name of names) expect(WORDINGS.en[name], name).toMatch(GSM_7);
  });

  it("does not fill what looks like a placeholder in a customer's words", () => {
    const said = phrase("read_back_clinic_named", { name: "{{when}}", service: "cleaning", when: "Tuesday" });
    expect(composeText([said], "en")).toBe("To confirm, {{when}}: cleaning, Tuesday.");
  });

  it("ends a sentence once after an abbreviation", () => {
    expect(composeText([phrase("your_visit", { when: "el martes a las 5 p.m." })], "es")).toBe(
      "Su visita es el martes a las 5 p.m.",
    );
  });
});
