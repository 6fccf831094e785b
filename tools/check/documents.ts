import { posix } from "node:path";
import type { SourceFile } from "./source-files.ts";

/** What the documents may refer to: the repository's files and folders, and the commands of package.json. */
export type Surroundings = { exists(path: string): boolean; commands: readonly string[] };

const LINK = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)\s]*)?\)/g;
const COMMAND = /\bnpm run (?:--silent )?([a-z][\w:-]*)/g;

/** Links that lead nowhere and commands that do not exist, one sentence each. */
export function brokenPromises(documents: readonly SourceFile[], { exists, commands }: Surroundings): string[] {
  return documents.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => {
      const links = [...line.matchAll(LINK)].map((match) => posix.join(posix.dirname(path), match[1] ?? ""));
      const lost = links.filter((target) => !exists(target));
      const unknown = [...line.matchAll(COMMAND)]
        .map((match) => match[1] ?? "")
        .filter((name) => !commands.includes(name));
      return [
        ...lost.map((target) => `${path}:${index + 1} links to ${target}, which is not there.`),
        ...unknown.map((name) => `${path}:${index + 1} names npm run ${name}, which is no command.`),
      ];
    }),
  );
}
