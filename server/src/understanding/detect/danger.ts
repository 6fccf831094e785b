import type { Features } from "../classifier/features.ts";
import { weigh } from "../classifier/weigh.ts";
import { type Hazard, hazards, type Level } from "../contract.ts";
import type { Danger } from "../lexicon/danger.ts";
import { lifeDangers as englishLife } from "../lexicon/en/dangers.ts";
import { peopleDangers as englishPeople } from "../lexicon/en/dangers-people.ts";
import { urgentDangers as englishUrgent } from "../lexicon/en/dangers-property.ts";
import { surroundings as englishSurroundings } from "../lexicon/en/surroundings.ts";
import { words as englishWords } from "../lexicon/en/words.ts";
import { lifeDangers as spanishLife } from "../lexicon/es/dangers.ts";
import { peopleDangers as spanishPeople } from "../lexicon/es/dangers-people.ts";
import { urgentDangers as spanishUrgent } from "../lexicon/es/dangers-property.ts";
import { surroundings as spanishSurroundings } from "../lexicon/es/surroundings.ts";
import { words as spanishWords } from "../lexicon/es/words.ts";
import { mixture } from "../lexicon/mixture.ts";
import { find, has, hide, type Message, respell } from "../text/message.ts";
import { compile, type WordClasses } from "../text/patterns.ts";
import { compileSurroundings, type Sense, senseOf } from "./sense.ts";

/** How serious a message is, and what trouble it is about. */
export type Alarm = { level: Level; hazard: Hazard | null };

type Spotter = { hazard: Hazard | null; level: Danger["level"]; pattern: RegExp };

const spotters: readonly Spotter[] = [
  ...spottersOf([...englishLife, ...englishPeople, ...englishUrgent], englishWords),
  ...spottersOf([...spanishLife, ...spanishPeople, ...spanishUrgent], spanishWords),
];
const around = compileSurroundings([
  { words: englishSurroundings, classes: englishWords },
  { words: spanishSurroundings, classes: spanishWords },
]);

const quiet: Alarm = { level: "routine", hazard: null };
const rank: Record<Level, number> = { life: 2, urgent: 1, routine: 0.5 };

/** What a danger comes to, by the sense in which it is spoken of. */
const outcome: Record<Sense, (level: Danger["level"]) => Level> = {
  present: (level) => level,
  over: () => "urgent",
  past: () => "routine",
  denied: () => "routine",
  imagined: () => "routine",
};

/** What the rules' alarm weighs beside the classifier's, and from where on people are held to be in danger, in log-odds. */
const RULES_WEIGH = 4;
const LIFE_FROM = -0.2;
const URGENT_FROM = 0;

/** The same for the name of the hazard; where nothing presses it has to be said more clearly. */
const RULES_NAME = 3;
const NAMED_FROM: Record<Level, number> = { life: -2, urgent: -2, routine: 0.5 };

/** Troubles that may be told without hurry; where no danger to people is, its name would be wrong. */
const troubles: readonly Hazard[] = ["flood", "sewage", "no_heat", "no_cooling", "no_water", "lockout"];

/** In fewer words there is nothing to weigh. */
const WORDS_TO_WEIGH = 4;

/**
 * The gravest danger a message tells of: the rules read what is said, the classifier how people speak who are in danger.
 * When the words outweigh the rules' alarm for people, it stays urgent: somebody is to look at it.
 */
export function assessDanger(message: Message, features: Features): Alarm {
  const alarm = alarmByRules(message);
  if (message.tokens.length < WORDS_TO_WEIGH) return alarm;
  const level = levelOf(message, features, alarm);
  return { level, hazard: hazardOf(features, { ...alarm, level }) };
}

function levelOf(message: Message, features: Features, { level }: Alarm): Level {
  if (weigh("life", features) + (level === "life" ? RULES_WEIGH : 0) > LIFE_FROM) return "life";
  if (level === "life") return "urgent";
  if (has(message, around.calm)) return level;
  return weigh("urgent", features) + (level === "urgent" ? RULES_WEIGH : 0) > URGENT_FROM ? "urgent" : "routine";
}

function hazardOf(features: Features, { level, hazard }: Alarm): Hazard | null {
  const possible = level === "routine" ? troubles : hazards;
  const [likeliest] = possible
    .map((name) => ({ name, score: weigh(`hazard-${name}`, features) + (name === hazard ? RULES_NAME : 0) }))
    .toSorted((one, other) => other.score - one.score);
  if (likeliest !== undefined && likeliest.score > NAMED_FROM[level]) return likeliest.name;
  return hazard !== null && possible.includes(hazard) ? hazard : null;
}

/**
 * Both languages are always searched: somebody in danger mixes them. Present dangers count in full; one that others have
 * ended is urgent; the past, the denied and the imagined are routine.
 */
function alarmByRules(message: Message): Alarm {
  const readings = message.languages.length > 1 ? [message, inEnglish(message)] : [message];
  return readings.map(assess).reduce(graver, quiet);
}

/** A sentence of two languages, word by word in English, so that "theres humo" is seen as one thing. */
function inEnglish(message: Message): Message {
  return respell(message, (word) => (Object.hasOwn(mixture, word) ? (mixture[word] ?? word) : word));
}

function graver(worst: Alarm, alarm: Alarm): Alarm {
  return rank[alarm.level] > rank[worst.level] ? alarm : worst;
}

function assess(message: Message): Alarm {
  // Masks only take away: where nothing is found without them, there is nothing.
  const suspects = spotters.filter(({ pattern }) => has(message, pattern));
  if (suspects.length === 0) return quiet;
  const masked = hide(
    message,
    around.masks.flatMap((mask) => find(message, mask)),
  );
  const alarms = suspects.flatMap((spotter) => alarmsOf(message, masked, spotter));
  const gravest = alarms.reduce(graver, quiet);
  const unhurried = gravest.level === "urgent" && has(message, around.calm);
  return unhurried ? quiet : named(gravest, alarms);
}

/** Dangers are looked for where no idiom covers them; their sense is read from the words as they stand. */
function alarmsOf(message: Message, masked: Message, { hazard, level, pattern }: Spotter): Alarm[] {
  return find(masked, pattern).map((span) => ({ hazard, level: outcome[senseOf(message, span, around)](level) }));
}

/** An emergency without a name takes the name of any other danger of its level. */
function named(alarm: Alarm, alarms: readonly Alarm[]): Alarm {
  if (alarm.level === "routine") return quiet;
  const other = alarms.find(({ level, hazard }) => level === alarm.level && hazard !== null);
  return { ...alarm, hazard: alarm.hazard ?? other?.hazard ?? null };
}

function spottersOf(dangers: readonly Danger[], words: WordClasses): Spotter[] {
  return dangers.map(({ hazard, level, patterns }) => ({ hazard, level, pattern: compile(patterns, words) }));
}
