import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { understand } from "./understand.ts";

/** A folder of public corpora that this repository does not carry; without it these measurements are left out. */
const material = process.env.NMC_MATERIAL;

function load(path: string): string {
  return readFileSync(join(material ?? "", path), "utf8");
}

type Labelled = { text: string; parts: [label: string, word: string][] };

describe.runIf(material)("Messages and addresses that others collected", () => {
  test("ordinary messages raise no alarm and end no texts (UCI SMS Spam Collection)", () => {
    const rows = load("sms-text/uci-sms-spam.tsv").trim().split("\n");
    const ham = rows.map((row) => row.split("\t")).flatMap(([kind, text]) => (kind === "ham" && text ? [text] : []));
    const read = ham.map((text) => understand({ text }));
    const share = (wrong: number) => wrong / read.length;
    expect(share(read.filter(({ level }) => level === "life").length)).toBeLessThanOrEqual(0.02);
    expect(share(read.filter(({ opt_out }) => opt_out === "stop").length)).toBeLessThanOrEqual(0.01);
  });

  test("house numbers and streets are found (usaddress)", () => {
    const { files } = JSON.parse(load("addresses/usaddress-train-labeled.json"));
    const rows: Labelled[] = files["training/labeled.xml"];
    const plain = rows.filter(({ parts }) => partOf(parts, "AddressNumber").length === 1 && !isUnusual(parts));
    const found = plain.map((row) => ({ row, address: understand({ text: row.text, context: "address" }).address }));
    const right = found.filter(({ row, address }) => address?.number === partOf(row.parts, "AddressNumber")[0]);
    const street = found.filter(({ row, address }) => same(address?.street, partOf(row.parts, "StreetName").join(" ")));
    expect(right.length / plain.length).toBeGreaterThanOrEqual(0.95);
    expect(street.length / plain.length).toBeGreaterThanOrEqual(0.85);
  });
});

function partOf(parts: Labelled["parts"], label: string): string[] {
  return parts.filter(([name]) => name.startsWith(label)).map(([, word]) => word.replace(/[,;.]+$/, "").toUpperCase());
}

function isUnusual(parts: Labelled["parts"]): boolean {
  return parts.some(([name]) => /USPSBox|Intersection|Landmark|Corner|Recipient|NotAddress/.test(name));
}

function same(found: string | null | undefined, expected: string): boolean {
  return found?.toUpperCase().replaceAll(".", "") === expected.replaceAll(".", "");
}
