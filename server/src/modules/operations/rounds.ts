import { makePartitionsAhead } from "#platform/database/partitions.ts";
import { startRounds } from "#platform/engine/rounds.ts";
import { declaredModules, type RunningService, type Service } from "#platform/module.ts";
import type { Ports } from "#platform/ports.ts";
import { examine } from "./doctor.ts";
import { selectTenantIds } from "./tenants.ts";

/** The doctor's rounds: what is broken is said in the log, and pages that show it are woken. */
export const doctorRounds: Service = { name: "doctor", start: startDoctor };

function startDoctor(ports: Ports): RunningService {
  const { doctorMinutes } = ports.config;
  if (doctorMinutes === 0) return { settled: async () => undefined, stop: async () => undefined };
  return startRounds(ports, { name: "doctor", every: { minutes: doctorMinutes }, work: () => lookAround(ports) });
}

async function lookAround(ports: Ports): Promise<void> {
  const findings = await examine(ports, ports.answers(declaredModules));
  const broken = findings.filter(({ breaches }) => breaches.length > 0);
  for (const { id, sentence, breaches } of broken)
    ports.log.error({ invariant: id, sentence, breaches }, "a promise about the data is broken");
  if (broken.length === 0) return;
  for (const tenantId of await selectTenantIds(ports)) ports.publish(tenantId, [{ topic: "doctor", id: tenantId }]);
}

/** Makes the months ahead of every table that has them, once a day: a server may run for longer than they last. */
export const monthsAhead: Service = {
  name: "months ahead",
  start: (ports) => startRounds(ports, { name: "months ahead", every: { hours: 24 }, work: () => makeMonths(ports) }),
};

async function makeMonths({ clock, database, log }: Ports): Promise<void> {
  const busy = await makePartitionsAhead(database.platform, clock.now());
  if (busy.length > 0)
    log.warn({ tables: busy }, "tables were too busy to get their months ahead; it is tried tomorrow");
}
