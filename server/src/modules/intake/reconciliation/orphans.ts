import type { ListedRow } from "./listed-rows.ts";

/**
 * Legs of calls that have not been met in the list: it shows the newest first, and a call begins before the phones that it
 * rings. They wait until the page with their call, which says whether it is one of ours.
 */
export function createOrphans() {
  const byCall = new Map<string, ListedRow[]>();
  return {
    /** Takes away those whose call is on a page of the list. @param callSids of every call of the page, also of others. */
    claim(callSids: ReadonlySet<string>): ListedRow[] {
      const claimed = [...callSids].flatMap((sid) => byCall.get(sid) ?? []);
      for (const sid of callSids) byCall.delete(sid);
      return claimed;
    },
    keep(legs: readonly ListedRow[]): void {
      for (const leg of legs) {
        const siblings = byCall.get(leg.about);
        if (siblings === undefined) byCall.set(leg.about, [leg]);
        else siblings.push(leg);
      }
    },
  };
}
