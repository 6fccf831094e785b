import type { Section, Table } from "./section.ts";

const HEADING = "## ";

/** A section as it stands in the document, with the machine it was measured on. */
export function renderSection({ name, method, tables }: Section, circumstances: string): string {
  return [`${HEADING}${name}`, method, ...tables.map(renderTable), circumstances].join("\n\n");
}

/** A Markdown table; the first column is text, the others are figures. */
export function renderTable({ head, rows }: Table): string {
  const rule = head.map((_title, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** The document with these sections in the place of their namesakes; those of others stay as they were measured. */
export function putSections(document: string, preface: string, sections: ReadonlyMap<string, string>): string {
  const kept = sectionsOf(document).filter(([name]) => !sections.has(name));
  const all = [...kept, ...sections].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
  return `${[preface, ...all.map(([, text]) => text)].join("\n\n")}\n`;
}

/** The document's sections in their order, by their headings. */
export function sectionsOf(document: string): [string, string][] {
  const [, ...parts] = `\n${document}`.split(`\n${HEADING}`);
  return parts.map((part) => [part.split("\n", 1)[0] ?? "", `${HEADING}${part.trimEnd()}`]);
}
