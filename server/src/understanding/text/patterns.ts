/**
 * The small language in which the lexicons are written. A pattern is words separated by spaces:
 *
 *   smell        the word            leak* *ing  any word that begins or ends so
 *   (a|b c)      one of these        (a|b)?      one of these or nothing
 *   !(a|b)       none of these follows
 *   eggs?        last letter or not  (a|b)*      up to three of these
 *   *            any one word        @name       a class of words
 *   #            a number            20##        a number so
 *   ..  ...      up to 2, up to 5 words between
 *   a ~ b        both, in either order, at most 9 words apart
 *   ^  $         beginning and end of a clause;  \\?  \\$  \\#  those signs themselves
 *
 * Gaps stay inside a sentence and never cross a negation. Patterns are matched against a message's plain form, in which every word is followed by
 * one space.
 */
export type WordClasses = Record<string, readonly string[]>;

const inside = "(?:(?!(?:not|no|never|without|nor|sin|nunca|ni) )[^ .?]+ )";
const gaps: Record<string, string> = { "..": `${inside}{0,2}?`, "...": `${inside}{0,5}?` };
const near = `${inside}{0,9}?`;
const symbols: Record<string, string> = {
  ...gaps,
  "#": "\\d[^ ]* ",
  "^": "(?<=^ |[.,!?] )",
  $: "(?=$|[.,!?])",
  "\\?": "\\? ",
  "\\$": "\\$ ",
  "\\#": "# ",
};

/** One regular expression that finds any of the patterns, each beginning at a word. */
export function compile(patterns: readonly string[], classes: WordClasses = {}): RegExp {
  return new RegExp(`(?<= )(?:${source(patterns, classes)})`, "g");
}

/** One regular expression that is satisfied only when a whole plain text is one of the patterns. */
export function compileWhole(patterns: readonly string[], classes: WordClasses = {}): RegExp {
  return new RegExp(`^ (?:${source(patterns, classes)})$`);
}

/** The words written out in patterns and in the classes they use: the vocabulary a lexicon knows. */
export function vocabularyOf(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => pattern.match(/(?<![@\w])[a-z]{2,}(?![\w*])/g) ?? []);
}

/** The beginnings of words that the patterns accept with any ending. */
export function prefixesOf(patterns: readonly string[]): string[] {
  return patterns.flatMap((pattern) => pattern.match(/(?<![@\w])[a-z]+(?=\*)/g) ?? []);
}

function source(patterns: readonly string[], classes: WordClasses): string {
  return patterns.map((pattern) => translate(pattern, classes)).join("|");
}

function translate(pattern: string, classes: WordClasses): string {
  const [left, right] = splitNear(pattern);
  if (right === undefined) return sequence(symbolsOf(left), classes);
  const [a, b] = [sequence(symbolsOf(left), classes), sequence(symbolsOf(right), classes)];
  return `${a}${near}${b}|${b}${near}${a}`;
}

function splitNear(pattern: string): [string, string | undefined] {
  const at = pattern.indexOf(" ~ ");
  return at < 0 ? [pattern, undefined] : [pattern.slice(0, at), pattern.slice(at + 3)];
}

function symbolsOf(pattern: string): string[] {
  return pattern.match(/\\[?$#]|!\(|\)\*|[()|?]|[^\s()|?]+(?:\?(?=[\s()|]|$))?/g) ?? [];
}

function sequence(parts: readonly string[], classes: WordClasses): string {
  return parts.map((part) => (/^(?:!?\(|[)|?]|\)\*)$/.test(part) ? group(part) : word(part, classes))).join("");
}

function group(part: string): string {
  if (part === ")*") return "){0,3}";
  if (part === "!(") return "(?!";
  return part === "(" ? "(?:" : part;
}

function word(part: string, classes: WordClasses): string {
  const symbol = symbols[part];
  if (symbol !== undefined) return symbol;
  if (part.startsWith("@")) return classSource(part.slice(1), classes);
  if (part.endsWith("?")) return `${escape(part.slice(0, -1))}? `;
  if (part.startsWith("*")) return `[a-z]*${escape(part.slice(1))} `;
  return part.endsWith("*") ? `${escape(part.slice(0, -1))}[a-z]* ` : `${escape(part)} `;
}

function classSource(part: string, classes: WordClasses): string {
  const name = part.replace("?", "");
  const members = classes[name];
  if (!members) throw new Error(`The pattern names a class of words "${name}" that the lexicon does not define.`);
  return `(?:${source(members, classes)})${part.endsWith("?") ? "?" : ""}`;
}

function escape(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll("#", "\\d");
}
