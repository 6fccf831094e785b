import { describe, expect, it } from "vitest";
import type { Aliases } from "./aliases.ts";
import { importsOf } from "./imports.ts";
import { wallBreaches } from "./walls.ts";

const ROOMS = [
  { name: "tenants", uses: [] },
  { name: "contacts", uses: [] },
  { name: "calls", uses: ["contacts"] },
  { name: "deals", uses: ["calls"] },
];

const inServer = (name: string, target: string) => ({ scope: "server/", name, target });
const ALIASES: Aliases = [
  inServer("#platform/*", "server/src/platform/*"),
  inServer("#providers/*", "server/src/providers/*"),
  inServer("#understanding", "server/src/understanding/index.ts"),
  ...ROOMS.map(({ name }) => inServer(`#${name}`, `server/src/modules/${name}/index.ts`)),
  { scope: "", name: "@nevermisscall/simulator", target: "simulator/src/index.ts" },
];

/** What is said of one file that imports one thing. */
function said(from: string, specifier: string): string[] {
  const imports = importsOf({ path: from, text: `import { it } from "${specifier}";\n` }, ALIASES);
  return wallBreaches(imports, ROOMS);
}

const CALL = "server/src/modules/calls/missed.ts";

describe.each([
  ["another module's inner file", CALL, "../contacts/names.ts", "reach another module by its name"],
  ["another module's face by its path", CALL, "../contacts/index.ts", "reach another module by its name"],
  ["a deep name that does not exist", CALL, "#contacts/names.ts", "no such name"],
  ["a higher module", CALL, "#deals", "stands higher"],
  ["itself by its name", CALL, "#calls", "its own files by their paths"],
  ["a lower module that is not declared", CALL, "#tenants", "declare it in `uses`"],
  ["the composition root", CALL, "../../compose.ts", "on nothing else"],
  ["the simulator", CALL, "@nevermisscall/simulator", "on nothing else"],
  ["the platform by its path", CALL, "../../platform/scope.ts", "reach it by its name"],
  [
    "another module's inner file from a test",
    "server/src/modules/calls/missed.test.ts",
    "../contacts/names.ts",
    "by its public face",
  ],
  ["a module from the platform", "server/src/platform/jobs.ts", "#calls", "knows nothing of what stands on it"],
  ["a module from a provider", "server/src/providers/telephony/twilio.ts", "#calls", "knows nothing"],
  ["a module from the understanding", "server/src/understanding/intent.ts", "#calls", "knows nothing"],
  ["the platform from the understanding", "server/src/understanding/intent.ts", "#platform/clock.ts", "pure function"],
  [
    "the dispatcher from the understanding",
    "server/src/understanding/intent.ts",
    "../policy/decide.ts",
    "knows nothing",
  ],
  [
    "the understanding by its path",
    "server/src/modules/dispatcher/policy/decide.ts",
    "../../../understanding/index.ts",
    "reach it by its name",
  ],
  ["the composition root from the platform", "server/src/platform/jobs.ts", "../compose.ts", "knows nothing"],
  ["the simulator from the platform", "server/src/platform/jobs.ts", "@nevermisscall/simulator", "knows nothing"],
  ["a module's inner file from a command", "server/src/cli/story.ts", "../modules/calls/missed.ts", "by its index.ts"],
  ["a module.ts from a command", "server/src/cli/story.ts", "../modules/calls/module.ts", "by its index.ts"],
  ["the web application from the server", "server/src/start/start.ts", "../../../web/src/main.tsx", "files to serve"],
  [
    "the server from the simulator",
    "simulator/src/clock.ts",
    "../../server/src/platform/clock.ts",
    "nothing but the wire",
  ],
  ["the server from the web", "web/src/api/client.ts", "../../../server/src/platform/clock.ts", "HTTP interface"],
  [
    "a scene from the design system",
    "web/src/ui/button.tsx",
    "../scenes/inbox/list.tsx",
    "ui/ knows nothing of scenes/",
  ],
  ["the client from the design system", "web/src/ui/button.tsx", "../api/client.ts", "ui/ knows nothing of api/"],
  ["a scene from the shell", "web/src/shell/frame.tsx", "../scenes/inbox/list.tsx", "shell/ knows nothing of scenes/"],
  ["the shell from a record", "web/src/records/who.tsx", "../shell/session.ts", "records/ knows nothing of shell/"],
  ["a part that nobody knows", "web/src/misc/x.ts", "../ui/button.tsx", "nobody has said what misc/ may import"],
  ["another scene", "web/src/scenes/inbox/list.tsx", "../calls/board.tsx", "no other scene"],
])("%s", (_case, from, specifier, sentence) => {
  it("is refused", () => {
    expect(said(from, specifier)).toEqual([expect.stringContaining(sentence)]);
    expect(said(from, specifier)[0]).toContain(`${from}:1 imports ${specifier}`);
  });
});

it.each([
  [CALL, "#contacts"],
  [CALL, "#platform/scope.ts"],
  [CALL, "#providers/telephony/port.ts"],
  [CALL, "#understanding"],
  [CALL, "./ring-plan.ts"],
  [CALL, "zod"],
  [CALL, "node:crypto"],
  ["server/src/modules/calls/missed.test.ts", "../../../test/kit/house.ts"],
  ["server/src/modules/calls/missed.test.ts", "#deals"],
  ["server/src/modules/calls/missed.test.ts", "../deals/module.ts"],
  ["server/src/modules/calls/missed.test.ts", "../deals/testing/cast.ts"],
  ["server/src/modules/calls/missed.test.ts", "../../platform/clock.ts"],
  ["server/src/understanding/place.ts", "#platform/values/zip.ts"],
  ["web/e2e/kit/product.ts", "../../../server/src/start/start.ts"],
  ["server/src/platform/ports.ts", "#providers/telephony/port.ts"],
  ["server/src/providers/telephony/twilio.ts", "@nevermisscall/simulator"],
  ["server/src/cli/story.ts", "../modules/calls/index.ts"],
  ["server/src/modules/all-modules.ts", "./calls/module.ts"],
  ["server/src/start/carrier.ts", "@nevermisscall/simulator"],
  ["simulator/src/clock.ts", "./timeline.ts"],
  ["web/src/scenes/inbox/list.tsx", "../../ui/button.tsx"],
  ["web/src/scenes/inbox/list.tsx", "./row.tsx"],
  ["web/src/shell/frame.tsx", "../api/client.ts"],
  ["web/src/main.tsx", "./scenes/inbox/list.tsx"],
])("%s may import %s", (from, specifier) => {
  expect(said(from, specifier)).toEqual([]);
});

it("sees types, re-exports and imports at run time as well", () => {
  const text = [
    'import type { Lead } from "#deals";',
    'export { leads } from "#deals";',
    'export * from "#deals";',
    'const later = () => import("#deals");',
  ].join("\n");
  const breaches = wallBreaches(importsOf({ path: CALL, text }, ALIASES), ROOMS);
  expect(breaches.map((sentence) => sentence.split(" ")[0])).toEqual([1, 2, 3, 4].map((line) => `${CALL}:${line}`));
});
