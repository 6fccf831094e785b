/** Prints rows for people as aligned columns, or for programs as one JSON object a line. */
export function printTable(rows: readonly Record<string, string | null>[], json: boolean): void {
  if (json) {
    for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    return;
  }
  const head = Object.keys(rows[0] ?? {});
  const table = [head, ...rows.map((row) => head.map((key) => row[key] ?? ""))];
  const widths = head.map((_key, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table)
    process.stdout.write(
      `${line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()}\n`,
    );
}
