import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../check/source-files.ts";

/** TypeScript types of the API out of its OpenAPI document; the generator runs with the TypeScript it needs. */
export function webTypes(openapi: string): string {
  const generator = join(ROOT, "tools/codegen/node_modules/openapi-typescript/bin/cli.js");
  return execFileSync(process.execPath, [generator, "--alphabetize"], {
    input: openapi,
    encoding: "utf8",
    cwd: join(ROOT, "tools/codegen"),
  });
}
