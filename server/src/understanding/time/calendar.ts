/** Questions about days, answered from today's date. Weeks begin on Monday (ISO 8601). */
type Day = Temporal.PlainDate;

/** The next day after today that is this weekday (1 Monday to 7 Sunday). */
export function comingWeekday(today: Day, weekday: number): Day {
  return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 });
}

/** This weekday, today included. */
export function weekdayFromToday(today: Day, weekday: number): Day {
  return today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
}

/** The last such weekday before today. */
export function pastWeekday(today: Day, weekday: number): Day {
  return today.subtract({ days: ((today.dayOfWeek - weekday + 6) % 7) + 1 });
}

/** This weekday of the calendar week after today's. */
export function weekdayOfNextWeek(today: Day, weekday: number): Day {
  return today.add({ days: 7 - today.dayOfWeek + weekday });
}

/** The next such day of a month, today included; null when there is no such day, as February 30. */
export function monthDay(today: Day, month: number, day: number, year?: number): Day | null {
  const inYear = (y: number) => dateOf(y, month, day);
  if (year !== undefined) return inYear(year);
  const here = inYear(today.year);
  return here && Temporal.PlainDate.compare(here, today) >= 0 ? here : inYear(today.year + 1);
}

/** The next time that the month has this day, today included. */
export function dayOfMonth(today: Day, day: number): Day | null {
  for (const months of [0, 1, 2]) {
    const month = today.with({ day: 1 }).add({ months });
    const date = dateOf(month.year, month.month, day);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return null;
}

/** The last day of today's month. */
export function endOfMonth(today: Day): Day {
  return today.with({ day: today.daysInMonth });
}

/** The n-th such weekday of a month of a year; n = -1 is the last. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  if (n < 0) return pastWeekday(first.add({ months: 1 }), weekday);
  return weekdayFromToday(first, weekday).add({ weeks: n - 1 });
}

/** Easter Sunday of a year (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const shifted = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - shifted + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const day = epact + toSunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(day / 31), day: (day % 31) + 1 });
}

function dateOf(year: number, month: number, day: number): Day | null {
  const valid =
    month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return valid ? Temporal.PlainDate.from({ year, month, day }) : null;
}
