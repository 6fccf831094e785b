import type { Settings } from "./schema.ts";

/** Settings as their table keeps them. */
export function settingsColumns<Given extends Partial<Settings>>({ business_hours, holidays, ...plain }: Given) {
  return {
    ...plain,
    ...(business_hours === undefined ? {} : { business_hours: JSON.stringify(business_hours) }),
    ...(holidays === undefined ? {} : { holidays: JSON.stringify(holidays) }),
  };
}
