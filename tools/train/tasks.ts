import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { z } from "zod";
import { featuresOf } from "../../server/src/understanding/classifier/features.ts";
import { type Label, spokenIntents, spokenReplies } from "../../server/src/understanding/classifier/labels.ts";
import {
  type Context,
  hazards,
  type Intent,
  type Language,
  languages,
  type Understanding,
} from "../../server/src/understanding/contract.ts";
import { read } from "../../server/src/understanding/text/message.ts";
import type { Example } from "./logistic-regression.ts";

/** A message that somebody wrote and said the meaning of; of `expect` only what is certain. */
export type Written = { text: string; lang?: Language; context?: Context; expect: Partial<Understanding> };

/** The messages of one author: what one person thinks of is alike. */
export type Author = { name: string; messages: readonly Written[] };

/** Something to learn, and who wrote examples of it. */
export type Task = { label: Label; authors: readonly Author[]; exampleOf(message: Written): Example };

const UNDERSTANDING = new URL("../../server/src/understanding/", import.meta.url);

/** Every label with its examples. */
export function tasks(): Task[] {
  const intents = [...authorsOf("intents"), ...development("intents")];
  const money = [...authorsOf("money"), ...development("money")];
  const ordinary = [
    ...development("times", "addresses", "names", "choices"),
    ...intents.map(withoutTrouble),
    talks(({ outcome }) => outcome !== "emergency_escalated" && outcome !== "opted_out"),
  ];
  const danger = [
    ...authorsOf("danger"),
    ...authorsOf("hazards"),
    ...intents.map(knowing("level")),
    ...development("life", "harmless", "urgency"),
    ...[...ordinary, ...money].map((author) => meaning(author, { level: "routine" })),
  ];
  const troubles = [
    ...danger.map(knowing("hazard")),
    ...development("urgency"),
    ...ordinary.map((author) => meaning(author, { hazard: null })),
  ];
  const optOut = [
    ...authorsOf("opt-out"),
    ...development("opt-out"),
    ...[...ordinary, ...development("life", "harmless")].map((author) => meaning(author, { opt_out: "none" })),
  ];
  return [
    task("life", danger, ({ expect }) => expect.level === "life"),
    task("urgent", danger.map(knowing("level")), ({ expect }) => expect.level !== "routine"),
    task("stop", optOut, ({ expect }) => expect.opt_out === "stop"),
    ...hazards.map((hazard) => task(`hazard-${hazard}`, troubles, ({ expect }) => expect.hazard === hazard)),
    ...spokenIntents.map((intent) =>
      task(`intent-${intent}`, intents, ({ expect }) => expect.intents?.includes(intent) === true, true),
    ),
    ...spokenReplies.map((reply) => task(`reply-${reply}`, money, ({ expect }) => expect.reply === reply)),
  ];
}

function task(label: Label, authors: readonly Author[], holds: (message: Written) => boolean, inContext = false): Task {
  return {
    label,
    authors,
    exampleOf: (message) => ({
      features: featuresOf(read(message.text, message.lang), inContext ? (message.context ?? "none") : undefined),
      holds: holds(message),
    }),
  };
}

/** The author's messages, of which one more thing is certain. */
function meaning({ name, messages }: Author, expect: Written["expect"]): Author {
  return { name, messages: messages.map((message) => ({ ...message, expect })) };
}

function knowing(field: "hazard" | "level"): (author: Author) => Author {
  return ({ name, messages }) => ({ name, messages: messages.filter(({ expect }) => expect[field] !== undefined) });
}

/** What names no problem, and so no danger, and does not end the texts. */
function withoutTrouble({ name, messages }: Author): Author {
  const troubling = new Set<Intent>(["give_problem", "stop", "complaint"]);
  return { name, messages: messages.filter(({ expect }) => !expect.intents?.some((intent) => troubling.has(intent))) };
}

/** What customers say in whole conversations that end so. */
function talks(ends: (expect: { outcome?: string }) => boolean): Author {
  const dialogues = linesOf(new URL("../modules/dispatcher/development/dialogues.jsonl", UNDERSTANDING));
  const messages = dialogues
    .map((line) => dialogue.parse(JSON.parse(line)))
    .filter(({ expect }) => ends(expect))
    .flatMap(({ lang, turns }) => turns.map((turn) => ({ lang, text: typeof turn === "string" ? turn : turn.say })))
    .map((message): Written => ({ ...message, expect: {} }));
  return { name: "talks", messages };
}

const dialogue = z.object({
  lang: z.enum(languages),
  turns: z.array(z.union([z.string(), z.object({ say: z.string() })])),
  expect: z.object({ outcome: z.string().optional() }),
});

function authorsOf(folder: string): Author[] {
  const path = new URL(`examples/${folder}/`, UNDERSTANDING);
  return readdirSync(path)
    .toSorted()
    .map((file) => authorIn(new URL(file, path)));
}

function development(...sets: string[]): Author[] {
  return sets.map((set) => authorIn(new URL(`development/${set}.jsonl`, UNDERSTANDING)));
}

function authorIn(file: URL): Author {
  return { name: basename(file.pathname, ".jsonl"), messages: linesOf(file).map((line) => JSON.parse(line)) };
}

function linesOf(file: URL): string[] {
  return readFileSync(file, "utf8").trim().split("\n");
}
