import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readDialogues } from "../../../simulation/dialogue.ts";
import { beginTalk } from "../testing/play.ts";

const [dialogue] = readDialogues(readFileSync(new URL("../development/dialogues.jsonl", import.meta.url), "utf8"));

/** What is answered to each text, and the visit that comes of it. */
async function talkOf(...said: string[]) {
  if (dialogue === undefined) throw new Error("There is no dialogue.");
  const talk = beginTalk(dialogue);
  const answers: string[] = [];
  for (const words of said) answers.push((await talk.say(words)).answer);
  return { answers, visit: talk.result().visit };
}

/** A talk that has come to its read-back, and the answers to what is said then. */
async function afterReadBack(...said: string[]) {
  const before = ["my water heater leaks", "1420 Oak St, Austin 78704", "tomorrow at 2pm", "Sam"];
  const { answers, visit } = await talkOf(...before, ...said);
  return { answers: answers.slice(before.length), visit };
}

it("keeps the time that was denied by mistake, and reads it back again", async () => {
  const { answers, visit } = await afterReadBack("no", "sorry, it is all right", "yes");
  expect(answers).toEqual([
    expect.stringContaining("What should I change"),
    expect.stringContaining("To confirm"),
    expect.stringContaining("booked"),
  ]);
  expect(visit?.slot.from).toBe("14:00");
});

it.each([
  ["time", "What day and time"],
  ["no", "What day and time"],
  ["the address", "address"],
])("asks for what is to be changed: %s", async (what, question) => {
  const { answers, visit } = await afterReadBack("no", what);
  expect(answers.at(-1)).toContain(question);
  expect(visit).toBeNull();
});

it("takes another time instead of the denied one", async () => {
  const { answers, visit } = await afterReadBack("no", "10am", "yes");
  expect(answers[1]).toContain("10 AM");
  expect(visit?.slot.from).toBe("10:00");
});

it("offers the only time that fits before it is read back, unless a time was asked for", async () => {
  const unasked = await talkOf(
    "my water heater leaks, can you come today after 4?",
    "1420 Oak St, Austin 78704",
    "yes",
  );
  expect(unasked.answers.slice(1)).toEqual([
    expect.stringContaining("This time is free"),
    expect.stringContaining("To confirm"),
  ]);
  const asked = await talkOf("my water heater leaks", "1420 Oak St, Austin 78704", "today after 4");
  expect(asked.answers.at(-1)).toContain("To confirm");
});
