/** "+48 ms", "+3.2 s", "+4 min", "+2 h", "+3 d": how long after the step before. Steps at the same instant show nothing. */
export function elapsed(ms: number): string {
  if (ms <= 0) return "";
  if (ms < 1_000) return `+${ms} ms`;
  if (ms < 60_000) return `+${(ms / 1_000).toFixed(ms < 10_000 ? 1 : 0)} s`;
  if (ms < 3_600_000) return `+${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `+${Math.round(ms / 3_600_000)} h`;
  return `+${Math.round(ms / 86_400_000)} d`;
}
