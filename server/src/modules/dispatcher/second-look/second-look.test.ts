import { describe, expect, it } from "vitest";
import { type Context, understand } from "#understanding";
import type { OfferedSlot } from "../policy/session.ts";
import { secondLook } from "./second-look.ts";

/** Times offered on Tuesday, March 3 and Wednesday, March 4. */
const offered = [
  option("2026-03-03", "11:00", "13:00"),
  option("2026-03-03", "13:00", "15:00"),
  option("2026-03-04", "08:00", "10:00"),
];

function option(date: string, from: string, to: string): OfferedSlot {
  const at = (time: string) => `${date}T${time}:00-06:00`;
  const window = { window_start: at(from), window_end: at(to), date, from, to };
  return {
    start: at(from),
    end: at(to),
    ...window,
    resource_id: "00000000-0000-7000-8000-000000000001",
    rate: "normal",
  };
}

function look(text: string, asked: Context, turns = 1) {
  const options = offered.map(({ date, from }, index) => ({ n: index + 1, date, from }));
  const read = understand({
    text,
    lang: "en",
    context: asked,
    now: "2026-03-03T10:00:00-06:00",
    zone: "America/Chicago",
    offered: options,
  });
  return secondLook(read, text, { asked, offered, language: "en", turns });
}

describe("what the talk adds to the reading of a text", () => {
  it("is a yes in a lone letter where one was asked for", () => {
    expect(look("Y", "confirm").intents).toEqual(["confirm"]);
    expect(look("y.", "slot_choice").intents).toEqual(["confirm"]);
    expect(look("C", "none").intents).toEqual(["confirm"]);
    expect(look("C", "slot_choice").intents).not.toContain("confirm");
    expect(look("it's unit 12, yes", "confirm")).toMatchObject({
      address: { unit: "12" },
      intents: ["confirm", "give_address"],
    });
  });

  it("is a no, whatever else is fine", () => {
    expect(look("actually, no. it's fine, I'll wait", "confirm").intents).toEqual(["deny"]);
    expect(look("no problem, that works", "confirm").intents).toContain("confirm");
  });

  it("is a ZIP wherever it stands", () => {
    expect(look("Gary, Indiana 46402, 500 Broadway", "address").address).toMatchObject({ zip: "46402" });
  });

  it("is a day that is on no offer, whatever number stands in it", () => {
    expect(look("june 12 2pm", "slot_choice")).toMatchObject({
      choice: null,
      time: { date: "2026-06-12", from: "14:00" },
    });
    expect(look("june 12 2pm", "slot_choice").intents).toContain("give_time");
  });

  it("is the offered day that a weekday means", () => {
    expect(look("wednesday works", "slot_choice").choice).toBe(3);
  });

  it("is a city in a question about the area, or alone in answer to where", () => {
    expect(look("do you come out to dallas?", "none").address).toMatchObject({ city: "Dallas", street: null });
    expect(look("in san antonio", "address").address).toMatchObject({ city: "San Antonio" });
    expect(look("do you cover my area?", "none").address).toBeNull();
    expect(look("San Jose, 100 W Santa Clara St", "address").address).toMatchObject({
      city: "San Jose",
      number: "100",
    });
  });

  it("is where a house stands, and no question about the area", () => {
    expect(look("near the big tree", "address").intents).toEqual(["other"]);
    expect(look("it's in the area by the big church", "address").intents).not.toContain("ask_area");
    for (const text of ["y'all come out to Kyle", "so you guys cover my area", "ustedes cubren mi zona"])
      expect(look(text, "address").intents, text).toContain("ask_area");
  });

  it("is a person who is asked for", () => {
    expect(look("¿me puede atender una persona?", "none").intents).toEqual(["ask_human"]);
  });

  it("is no complaint in a question about hours", () => {
    expect(look("how late are you open tonight?", "slot_choice").intents).not.toContain("complaint");
  });

  it("is a problem where nobody is complained about", () => {
    expect(look("drain smells terrible", "problem").intents).toEqual(["give_problem"]);
    expect(look("your guy never showed up, terrible service", "problem").intents).toContain("complaint");
  });

  it("is a story where nothing was arranged that could be called off", () => {
    const story =
      "my upstairs toilet started leaking, the landlord won't answer, so I'm just going to get it fixed myself";
    expect(look(story, "problem", 0).intents).toEqual(["give_problem"]);
    expect(look("never mind, it's fixed", "problem", 0).intents).toContain("cancel");
  });

  it("is a property manager who writes", () => {
    expect(look("I'm the property manager, unit 14 has a leak", "problem").intents).not.toContain("ask_human");
    expect(look("let me talk to your manager", "problem").intents).toContain("ask_human");
  });
});
