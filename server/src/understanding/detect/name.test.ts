import { expect, test } from "vitest";
import { read } from "../text/message.ts";
import { detectName } from "./name.ts";

test.each([
  ["my name is Sam Porter", "Sam Porter"],
  ["name's Sam P.", "Sam P."],
  ["the names Steve", "Steve"],
  ["Siobhan, last name Walsh", "Siobhan Walsh"],
  ["first time customer, last name Ruiz", "Ruiz"],
  ["first name Will, last name Bueno", "Will Bueno"],
  ["first Ana last Ruiz", "Ana Ruiz"],
  ["I'm Al, it's a total loss", "Al"],
  ["Al here, tell al next time", "Al"],
  ["Mike, Mike Delgado", "Mike Delgado"],
  ["my last name at work is different", null],
  ["no, the last Thursday of March works better", null],
])("%s: %s", (text, name) => {
  expect(detectName(read(text), "name", [])).toBe(name);
});
