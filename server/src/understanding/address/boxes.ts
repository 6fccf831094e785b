import { isTyped } from "./street-name.ts";
import { lineFrom, type Word } from "./words.ts";

const box =
  /^ (?:(?:p ?o|post(?: office)?|postal)(?: ,)? box|pobox|pob|apartado(?: postal| de correos?)?|casilla(?: postal)?)(?: (?:#|no|num|number|numero|:|(is|es)))* [#\da-z]+ /;

const longestBox = 9;

/** The same words with post-office boxes made unreadable: nobody can be sent there. */
export function withoutBoxes(words: readonly Word[]): Word[] {
  let hiddenTo = 0;
  return words.map((word, at) => {
    hiddenTo = Math.max(hiddenTo, at + boxLength(words, at));
    return at < hiddenTo ? { ...word, text: "~" } : word;
  });
}

/** "My PO Box is 450 Oak St" names a street, and calls it a box. */
function boxLength(words: readonly Word[], at: number): number {
  const [match, is] = box.exec(lineFrom(words, at, longestBox)) ?? [];
  const length = match?.trim().split(" ").length ?? 0;
  return is !== undefined && isTyped(words, at + length) ? 0 : length;
}
