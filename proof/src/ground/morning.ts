const ZONE = "America/Chicago";

/** How far a clock has to be ahead of the machine's to show ten in the morning, tomorrow: no quiet hours, whenever it runs. */
export function aheadToMorning(): number {
  const now = Temporal.Now.zonedDateTimeISO(ZONE);
  const morning = now.add({ days: 1 }).with({ hour: 10, minute: 0, second: 0, millisecond: 0 });
  return morning.epochMilliseconds - now.epochMilliseconds;
}
