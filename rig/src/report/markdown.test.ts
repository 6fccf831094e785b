import { expect, it } from "vitest";
import { putSections, renderSection, renderTable } from "./markdown.ts";

it("writes a table with its figures to the right", () => {
  expect(renderTable({ head: ["who", "a second"], rows: [["we", "2"]] })).toBe(
    "| who | a second |\n| --- | ---: |\n| we | 2 |",
  );
});

it("tells of a section what was done, what came out, and where", () => {
  const section = { name: "ingest", method: "Webhooks.", tables: [{ head: ["a"], rows: [["b"]] }] };
  expect(renderSection(section, "Two cores.")).toBe("## ingest\n\nWebhooks.\n\n| a |\n| --- |\n| b |\n\nTwo cores.");
});

it("replaces what was measured again and keeps the rest", () => {
  const first = putSections(
    "",
    "# Figures",
    new Map([
      ["text-back", "## text-back\n\nold"],
      ["ingest", "## ingest\n\nold"],
    ]),
  );
  expect(first).toBe("# Figures\n\n## ingest\n\nold\n\n## text-back\n\nold\n");
  const second = putSections(first, "# Figures", new Map([["ingest", "## ingest\n\nnew"]]));
  expect(second).toBe("# Figures\n\n## ingest\n\nnew\n\n## text-back\n\nold\n");
});
