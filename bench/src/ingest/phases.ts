/** A stretch of work: so many webhooks, so many of them under way at once; a multiple of those. */
export type Phase = { webhooks: number; atOnce: number };

/** What one phase took. Milliseconds; one latency a webhook, in no particular order. */
export type PhaseResult = { elapsedMs: number; latenciesMs: Float64Array };

/** The load of every subject: warmed up, then as busy as it gets, then one webhook at a time. */
export const PHASES = {
  warmUp: { webhooks: 64 * 160, atOnce: 64 },
  busy: { webhooks: 64 * 640, atOnce: 64 },
  idle: { webhooks: 2_000, atOnce: 1 },
} satisfies Record<string, Phase>;

export type PhaseName = keyof typeof PHASES;

/** The results of every phase, run in order. */
export async function runPhases(
  run: (phase: Phase, name: PhaseName) => Promise<PhaseResult>,
  phases: Record<PhaseName, Phase> = PHASES,
): Promise<Record<PhaseName, PhaseResult>> {
  return {
    warmUp: await run(phases.warmUp, "warmUp"),
    busy: await run(phases.busy, "busy"),
    idle: await run(phases.idle, "idle"),
  };
}
