import { expect, it } from "vitest";
import { brokenPromises } from "./documents.ts";

const surroundings = { exists: (path: string) => path === "docs/tour.md" || path === "server/src", commands: ["gen"] };
const said = (text: string, path = "docs/glossary.md") => brokenPromises([{ path, text }], surroundings);

it.each([
  ["[gone](gone.md)", "docs/glossary.md:2 links to docs/gone.md"],
  ["[gone](../docs/gone.md#part)", "docs/glossary.md:2 links to docs/gone.md"],
  ["![picture](picture.png)", "docs/glossary.md:2 links to docs/picture.png"],
  ["Use `npm run everything` for that.", "docs/glossary.md:2 names npm run everything"],
])("refuses %s", (text, sentence) => {
  expect(said(`\n${text}`)).toEqual([expect.stringContaining(sentence)]);
});

it.each([
  "[tour](tour.md)",
  "[tour](../docs/tour.md#a-part)",
  "[code](../server/src)",
  "[elsewhere](https://example.test/gone.md)",
  "[here](#a-part)",
  "`npm run gen` and `npm run --silent gen`",
  "`npm start`",
])("lets %s pass", (text) => {
  expect(said(text)).toEqual([]);
});

it("names every one of several on a line", () => {
  expect(said("[a](a.md) and [b](b.md)")).toHaveLength(2);
});
