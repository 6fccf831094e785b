import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A file of real data, where NMC_MATERIAL names a folder that has it. */
export function readMaterial<Content>(...path: string[]): Content | undefined {
  const folder = process.env["NMC_MATERIAL"];
  const file = folder && join(folder, ...path);
  return file && existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Content) : undefined;
}
