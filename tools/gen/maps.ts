import type { Module } from "../../server/src/platform/module.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { mapPage, markdownTable } from "./markdown.ts";

/** Every overview of what the modules declare, as Markdown under docs/map/. */
export function maps(modules: readonly Module[]): GeneratedFile[] {
  return [
    page(
      "modules",
      "The modules",
      "From the ground up; a module uses only modules that stand before it.",
      ["module", "purpose", "uses", "tables", "facts for others"],
      modules.map(moduleRow),
    ),
    page(
      "routes",
      "The routes",
      "Below /api/v1. The OpenAPI document (docs/openapi.json) has their shapes.",
      ["route", "summary", "permission", "module"],
      modules.flatMap(routeRows),
    ),
    page(
      "events",
      "The events",
      "Facts in the past tense, announced in the transaction that made them true, delivered after its commit to every subscriber, once.",
      ["event", "version", "announced by", "delivered to"],
      eventRows(modules),
    ),
    page(
      "jobs",
      "The jobs and services",
      "Jobs are work after a commit, at least once. Services run beside them in every worker process.",
      ["name", "kind", "module"],
      modules.flatMap(workRows),
    ),
    page(
      "permissions",
      "The permissions",
      "Who may do what.",
      ["permission", "who has it may", "roles", "module"],
      modules.flatMap(permissionRows),
    ),
    page(
      "invariants",
      "The invariants",
      "What `npm run --silent nmc -- doctor` checks.",
      ["id", "invariant", "module"],
      modules.flatMap((module) =>
        [...(module.invariants ?? []), ...(module.installationInvariants ?? [])].map((one) => [
          one.id,
          one.sentence,
          module.name,
        ]),
      ),
    ),
  ];
}

function page(name: string, title: string, about: string, head: string[], rows: string[][]): GeneratedFile {
  return mapPage(name, title, about, markdownTable(head, rows));
}

function moduleRow(module: Module): string[] {
  const face = `[${module.name}](../../server/src/modules/${module.name}/README.md)`;
  return [face, module.purpose, module.uses.join(", "), module.tables.join(", "), (module.facts ?? []).join(", ")];
}

function routeRows(module: Module): string[][] {
  return (module.routes ?? []).map((route) => [
    `${route.method} ${route.path}`,
    route.summary,
    route.permission,
    module.name,
  ]);
}

function eventRows(modules: readonly Module[]): string[][] {
  const subscriptions = modules.flatMap((module) =>
    (module.subscriptions ?? []).map((one) => ({ type: one.event.type, to: `${module.name}: ${one.does}` })),
  );
  return modules.flatMap((module) =>
    (module.events ?? []).map((event) => {
      const to = subscriptions.filter((one) => one.type === event.type).map((one) => one.to);
      return [event.type, String(event.version), module.name, to.join("; ") || "nobody yet"];
    }),
  );
}

function workRows(module: Module): string[][] {
  return [
    ...(module.jobs ?? []).map((job) => [job.name, "job", module.name]),
    ...(module.services ?? []).map((service) => [service.name, "service", module.name]),
  ];
}

function permissionRows(module: Module): string[][] {
  return Object.entries(module.permissions ?? {}).map(([name, { sentence, roles }]) => [
    name,
    sentence,
    roles.join(", "),
    module.name,
  ]);
}
