import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What the weights follow from: the examples, and how they are read and learned from. */
const SOURCES = [
  "server/src/understanding/{examples,development}/**/*.jsonl",
  "server/src/modules/dispatcher/development/*.jsonl",
  "server/src/understanding/{classifier,text}/*.{ts,txt}",
  "server/src/understanding/lexicon/{spelling,emoji}.ts",
  "server/src/understanding/lexicon/{en,es}/shorthand.ts",
  "tools/train/*.ts",
];

/** A fingerprint of everything that the weights follow from, in hexadecimal. */
export function digestOf(): string {
  const hash = createHash("sha256");
  for (const path of globSync(SOURCES, { cwd: ROOT }).filter(matters).toSorted())
    hash.update(path).update(readFileSync(`${ROOT}${path}`));
  return hash.digest("hex");
}

const matters = (path: string) => !path.endsWith(".test.ts");
