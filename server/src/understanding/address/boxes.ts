import { lineFrom, type Word } from "./words.ts";

const box =
  /^ (?:(?:p ?o|post(?: office)?|postal)(?: ,)? box|pobox|pob|apartado(?: postal| de correos?)?|casilla(?: postal)?)(?: (?:#|no|num|number|numero|is|es|:))* [#\da-z]+ /;

const longestBox = 9;

/** The same words with post-office boxes made unreadable: nobody can be sent there. */
export function withoutBoxes(words: readonly Word[]): Word[] {
  let hiddenTo = 0;
  return words.map((word, at) => {
    hiddenTo = Math.max(hiddenTo, at + boxLength(words, at));
    return at < hiddenTo ? { ...word, text: "~" } : word;
  });
}

function boxLength(words: readonly Word[], at: number): number {
  return (
    box
      .exec(lineFrom(words, at, longestBox))?.[0]
      .trim()
      .split(" ").length ?? 0
  );
}
