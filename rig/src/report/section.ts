/** One benchmark's part of the report. */
export type Section = {
  /** The name of the benchmark; its heading. */
  name: string;
  /** What was done, in a paragraph or two of Markdown. */
  method: string;
  tables: readonly Table[];
};

export type Table = { head: readonly string[]; rows: readonly (readonly string[])[] };
