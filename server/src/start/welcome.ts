import type { Configuration } from "../platform/config/configuration.ts";

/** What a person reads when everything is up. */
export function welcome(url: string, config: Configuration): string {
  const lines = ["", `  NeverMissCall is running at ${url}`, ""];
  if (config.carrier.kind === "simulator") {
    lines.push(
      `  No carrier is connected: the simulator carries calls and texts.`,
      `  Start with the phones: ${url}/phones`,
    );
  }
  if (config.demo) lines.push(`  Demo people and their passwords are on the sign-in page: ${url}/sign-in`);
  lines.push("", "  Stop with Ctrl-C.", "");
  return lines.join("\n");
}
