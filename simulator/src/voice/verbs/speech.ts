import { answer, isDisturbed, pause, play } from "../leg.ts";
import { type Stage, secondsOf, type VerbAction } from "../stage.ts";
import type { Verb } from "../twiml.ts";

/** A voice says about fifteen characters a second. */
const MS_A_CHARACTER = 65;
/** How long an audio file plays, whose length the simulator does not know. */
const SOUND_MS = 3_000;

const MOST_LOOPS = 1_000;

async function repeat({ leg }: Stage, verb: Verb, once: () => Promise<void>): Promise<void> {
  const asked = Number(verb.attributes["loop"] ?? "1");
  const times = asked === 0 ? MOST_LOOPS : asked;
  for (let time = 0; time < times && !isDisturbed(leg); time++) await once();
}

/** `<Say>`: the party hears the words. */
export const say: VerbAction = async (stage, verb) => {
  answer(stage.world, stage.leg);
  await repeat(stage, verb, () => play(stage.world, stage.leg, verb.text, verb.text.length * MS_A_CHARACTER));
  return "next";
};

/** `<Play>`: the party hears a sound, named in brackets; `digits` are tones. */
export const playSound: VerbAction = async (stage, verb) => {
  answer(stage.world, stage.leg);
  const { digits } = verb.attributes;
  await repeat(stage, verb, () =>
    digits === undefined
      ? play(stage.world, stage.leg, `[${new URL(verb.text, stage.baseUrl).pathname}]`, SOUND_MS)
      : play(stage.world, stage.leg, `[tones ${digits}]`, digits.length * 500),
  );
  return "next";
};

/** `<Pause>`: one second unless `length` says otherwise. As first verb it does not pick up. */
export const pauseFor: VerbAction = async ({ world, leg }, verb) => {
  await pause(world, leg, secondsOf(verb, "length", 1));
  return "next";
};
