import type { Invariant } from "#platform/invariants.ts";
import type { Module } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import { selectTenantIds } from "./tenants.ts";

/** What one invariant came to over all tenants. */
export type Finding = { id: string; sentence: string; breaches: string[] };

/** Checks every declared invariant, for every tenant and for the installation. Reads only. */
export async function examine(ports: Ports, modules: readonly Module[]): Promise<Finding[]> {
  const tenants = await selectTenantIds(ports);
  const invariants = modules.flatMap((module) => module.invariants ?? []);
  const findings: Finding[] = [];
  for (const invariant of invariants) {
    const breaches: string[] = [];
    for (const tenant of tenants) breaches.push(...(await breachesOf(ports, invariant, tenant)));
    findings.push({ id: invariant.id, sentence: invariant.sentence, breaches });
  }
  for (const { id, sentence, check } of modules.flatMap((module) => module.installationInvariants ?? []))
    findings.push({ id, sentence, breaches: await check(ports) });
  return findings.sort((one, other) => one.id.localeCompare(other.id, "en", { numeric: true }));
}

async function breachesOf(ports: Ports, invariant: Invariant, tenantId: string): Promise<string[]> {
  const found = await ports.scope(tenantId, SYSTEM, (scope) => invariant.check(scope.tx));
  return found.map((sentence) => `Business ${tenantId}: ${sentence}`);
}
