import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dialogue, readDialogues } from "../../../simulation/dialogue.ts";
import { beginTalk, type Exchange, type Talk, transcript } from "../testing/play.ts";
import { inWords, moneyInWords, rangeInWords } from "./in-words.ts";

const dialogues = readDialogues(readFileSync(new URL("../development/dialogues.jsonl", import.meta.url), "utf8"));
const texts = dialogues.flatMap(({ turns }) => turns.map((turn) => (typeof turn === "string" ? turn : turn.say)));
const strange = [
  "",
  "?",
  "ok",
  "thanks",
  "no",
  "yes",
  "1",
  "3",
  "99",
  "...",
  "what?",
  "{{when}}",
  "$5",
  "ja ja",
  "🤷",
  "a".repeat(1500),
];

const anyText = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, fc.constantFrom(...strange), fc.string());
const anyDialogue = fc.constantFrom(...dialogues);
const anyTalk = fc.tuple(anyDialogue, fc.array(anyText, { minLength: 1, maxLength: 14 }));
const RUNS = { numRuns: 60 };

async function hold(dialogue: Dialogue, said: readonly string[]): Promise<Talk> {
  const talk = beginTalk(dialogue);
  for (const words of said) if (!talk.isOver()) await talk.say(words);
  return talk;
}

/** Holds random talks and looks at every exchange of each. */
async function inEveryTalk(check: (talk: Talk) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyTalk, async ([dialogue, said]) => {
      const talk = await hold(dialogue, said);
      try {
        check(talk);
      } catch (error) {
        throw new Error(`${String(error)}\n${transcript(talk)}`);
      }
    }),
    RUNS,
  );
}

describe("whatever a customer writes", () => {
  it("one text asks one question at most", () =>
    inEveryTalk(({ exchanges }) => {
      for (const { decision, answer } of exchanges) {
        const quoted = decision.phrases.flatMap((one) => Object.values(one.with)).join("");
        expect((answer.match(/\?/g)?.length ?? 0) - (quoted.match(/\?/g)?.length ?? 0)).toBeLessThanOrEqual(1);
      }
    }));

  it("nothing is asked that was answered", () =>
    inEveryTalk(({ exchanges }) => {
      for (const { decision, world } of exchanges) {
        const { session, phrases } = decision;
        const asks = (...names: string[]) => phrases.some(({ say }) => names.includes(say));
        if (asks("ask_problem", "ask_problem_again", "ask_photo")) expect(session.problem).toBeNull();
        if (asks("ask_address", "ask_address_again", "ask_street")) expect(session.address?.street ?? null).toBeNull();
        if (asks("ask_zip")) expect(world.area).toBe("unknown");
        if (asks("ask_name")) expect(session.name).toBeNull();
      }
      expect(
        exchanges.filter(({ decision }) => decision.phrases.some(({ say }) => say === "ask_zip")).length,
      ).toBeLessThan(2);
    }));

  it("every time and price that is said comes from the world", () =>
    inEveryTalk(({ exchanges }) => {
      const known = new Set<string>();
      for (const exchange of exchanges) {
        for (const figure of figuresOf(exchange)) known.add(figure);
        for (const { with: given } of exchange.decision.phrases)
          for (const [name, words] of Object.entries(given))
            if (FIGURES.has(name)) expect(known.has(words), `${name}: ${words}`).toBe(true);
      }
    }));

  it("says once that it is automated, in the first answer", () =>
    inEveryTalk(({ exchanges }) => {
      const answers = exchanges.filter(({ decision }) => decision.phrases.length > 0);
      const saysSo = answers.map(({ decision }) =>
        decision.phrases.some(({ say }) => say === "disclosure" || say === "i_am_automated"),
      );
      if (answers.length > 0) expect(saysSo[0]).toBe(true);
      expect(
        answers.filter(({ decision }) => decision.phrases.some(({ say }) => say === "disclosure")).length,
      ).toBeLessThan(2);
    }));

  it("safety words come first and a person is reached", () =>
    inEveryTalk(({ exchanges }) => {
      for (const { decision } of exchanges) {
        const isLife = decision.phrases.some(({ say }) => say.startsWith("life_"));
        expect(decision.phrases[0]?.say.startsWith("life_") ?? false).toBe(isLife);
        expect(decision.acts.some((act) => act.do === "hand_over" && act.reason === "life_danger")).toBe(isLife);
      }
    }));

  it("nothing is booked that was not read back in the text before", () =>
    inEveryTalk(({ exchanges }) => {
      exchanges.forEach(({ decision, before }, index) => {
        const act = decision.acts.find((one) => one.do === "book" || one.do === "move");
        if (act === undefined) return;
        expect(before.chosen).toEqual(act.slot);
        const last = exchanges.slice(0, index).findLast((one) => one.answer !== "");
        expect(last?.decision.session.asked).toBe("confirm");
      });
    }));

  it("the talk comes to an end when the customer only repeats", () =>
    fc.assert(
      fc.asyncProperty(anyDialogue, fc.array(anyText, { maxLength: 4 }), anyText, async (dialogue, said, again) => {
        const talk = await hold(dialogue, [...said, ...Array.from({ length: 40 }, () => again)]);
        const silent = talk.exchanges.slice(-5).every(({ answer }) => answer === "");
        expect(talk.isOver() || silent, transcript(talk)).toBe(true);
      }),
      { numRuns: 20 },
    ));
});

describe("after the end", () => {
  it("thanks are answered once", async () => {
    for (const dialogue of dialogues.filter(({ expect: wanted }) => isBooked(wanted)).slice(0, 20)) {
      const said = dialogue.turns.map((turn) => (typeof turn === "string" ? turn : turn.say));
      const talk = await hold(dialogue, said);
      const { outcome } = talk.result();
      if (outcome !== "booked" || talk.exchanges.at(-1)?.decision.session.ended !== "booked") continue;
      const answers = [];
      for (const words of ["thanks", "thank you", "thx"]) answers.push((await talk.say(words)).answer);
      expect(answers.filter((answer) => answer !== "").length, transcript(talk)).toBeLessThan(2);
    }
  });
});

const FIGURES = new Set([
  "when",
  "first",
  "second",
  "third",
  "amount",
  "fee",
  "mile",
  "factor",
  "hours",
  "radius",
  "days",
]);

/** Every figure that the world of an exchange allows to be said. */
function figuresOf({ world }: Exchange): string[] {
  const { fitting, nearest, soonest, upcoming } = world;
  const slots = [...fitting, ...nearest, ...soonest, ...(upcoming === null ? [] : [upcoming])];
  return (["en", "es"] as const).flatMap((language) => [
    ...slots.map((slot) => timeInWords(slot, world, language)),
    ...Object.values(world.estimates).flatMap((estimate) => [
      rangeInWords(estimate, language),
      moneyInWords(estimate.diagnosticFee, estimate.currency, language),
      moneyInWords(Number(estimate.perMile), estimate.currency, language),
      String(estimate.factor),
    ]),
    world.hoursInWords,
    String(world.serviceRadiusMiles),
    String(world.bookingAdvanceDays),
  ]);
}

const spoken = new Map<string, string>();

/** Putting hundreds of times into words again and again would take most of the test's time. */
const timeInWords: typeof inWords = (slot, world, language) => {
  const key = [slot.window_start, slot.window_end, world.timezone, world.business.trade, language].join();
  const words = spoken.get(key) ?? inWords(slot, world, language);
  spoken.set(key, words);
  return words;
};

function isBooked(wanted: unknown): boolean {
  return typeof wanted === "object" && wanted !== null && "outcome" in wanted && wanted.outcome === "booked";
}
