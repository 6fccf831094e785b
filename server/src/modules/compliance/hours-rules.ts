/** Local hours in which people may be solicited: from `open` up to but not including `close`; null: not that day. */
export type OpenHours = { open: string; close: string } | null;

/** A rule about hours, as data: whom it protects, since when, and where it is written. */
export type HoursRule = {
  id: string;
  /** The state or province of the called person; null protects everybody. */
  region: string | null;
  /** The date from which it holds. */
  effective: string;
  citation: string;
  weekdays: OpenHours;
  saturday: OpenHours;
  sunday: OpenHours;
};

const daily = (open: string, close: string) => {
  const hours = { open, close };
  return { weekdays: hours, saturday: hours, sunday: hours };
};
const exceptSunday = (open: string, close: string) => ({ ...daily(open, close), sunday: null });

/** Holds for every text that could be called a solicitation, everywhere. */
export const FEDERAL_HOURS: HoursRule = {
  id: "federal_hours",
  region: null,
  effective: "2003-10-01",
  citation: "47 CFR 64.1200(c)(1)",
  ...daily("08:00", "21:00"),
};

/** Canadian provinces and territories, for the rule of the country. */
const CANADA = ["AB", "BC", "MB", "NB", "NL", "NS", "NT", "ON", "QC", "SK"];

/**
 * Narrower hours of states and provinces. Public compilations differ in details; the stricter reading is kept, so that a
 * mistake in this table costs an hour of sending and never a violation.
 */
export const REGIONAL_HOURS: readonly HoursRule[] = [
  {
    id: "al_hours",
    region: "AL",
    effective: "2012-01-01",
    citation: "Alabama Telemarketing Act, Ala. Code 8-19A",
    ...exceptSunday("08:00", "20:00"),
  },
  {
    id: "ct_hours",
    region: "CT",
    effective: "2023-10-01",
    citation: "Conn. Gen. Stat. 42-288a",
    ...daily("09:00", "20:00"),
  },
  {
    id: "fl_hours",
    region: "FL",
    effective: "2021-07-01",
    citation: "Fla. Stat. 501.616(6)(a)",
    ...daily("08:00", "20:00"),
  },
  { id: "ky_hours", region: "KY", effective: "2002-07-15", citation: "KRS 367.46955", ...daily("10:00", "21:00") },
  {
    id: "la_hours",
    region: "LA",
    effective: "2002-01-01",
    citation: "Louisiana Do Not Call Program, La. R.S. 45:844.11 et seq.",
    ...exceptSunday("08:00", "20:00"),
  },
  {
    id: "ma_hours",
    region: "MA",
    effective: "2003-01-01",
    citation: "M.G.L. c. 159C, s. 3",
    ...daily("08:00", "20:00"),
  },
  {
    id: "md_hours",
    region: "MD",
    effective: "2024-01-01",
    citation: "Maryland Stop the Spam Calls Act, Md. Code, Com. Law 14-4501 et seq.",
    ...daily("08:00", "20:00"),
  },
  {
    id: "ms_hours",
    region: "MS",
    effective: "2003-07-01",
    citation: "Mississippi Telephone Solicitation Act, Miss. Code 77-3-701 et seq.",
    ...exceptSunday("08:00", "20:00"),
  },
  { id: "nv_hours", region: "NV", effective: "2003-10-01", citation: "NRS 597.814", ...daily("09:00", "20:00") },
  {
    id: "ok_hours",
    region: "OK",
    effective: "2022-11-01",
    citation: "15 Okla. Stat. 775C.4",
    ...daily("08:00", "20:00"),
  },
  {
    id: "ri_hours",
    region: "RI",
    effective: "1999-07-01",
    citation: "R.I. Gen. Laws 5-61-3.6",
    weekdays: { open: "09:00", close: "18:00" },
    saturday: { open: "10:00", close: "17:00" },
    sunday: { open: "10:00", close: "17:00" },
  },
  {
    id: "tx_hours",
    region: "TX",
    effective: "2025-09-01",
    citation: "Tex. Bus. & Com. Code 301.051, 302.001(7)",
    ...daily("09:00", "21:00"),
    sunday: { open: "12:00", close: "21:00" },
  },
  { id: "wa_hours", region: "WA", effective: "2022-06-09", citation: "RCW 80.36.390", ...daily("08:00", "20:00") },
  ...CANADA.map((region) => ({
    id: "canada_hours",
    region,
    effective: "2008-09-30",
    citation: "CRTC Unsolicited Telecommunications Rules, Part III, s. 23",
    weekdays: { open: "09:00", close: "21:30" },
    saturday: { open: "10:00", close: "18:00" },
    sunday: { open: "10:00", close: "18:00" },
  })),
];

/** What sells or collects obeys the states, too; every other text keeps the federal hours out of courtesy. */
export type Purpose = "solicitation" | "courtesy";

/**
 * The rules that protect somebody at a moment. A person whose region is unknown is protected by all of them together.
 */
export function hoursRulesFor(purpose: Purpose, region: string | null, now: Temporal.Instant): readonly HoursRule[] {
  if (purpose === "courtesy") return [FEDERAL_HOURS];
  const today = now.toZonedDateTimeISO("UTC").toPlainDate();
  const inForce = REGIONAL_HOURS.filter((rule) => Temporal.PlainDate.compare(rule.effective, today) <= 0);
  return [FEDERAL_HOURS, ...inForce.filter((rule) => region === null || rule.region === region)];
}
