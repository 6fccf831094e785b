import { defineRefusal, Refused } from "./problem.ts";

const BAD_CURSOR = defineRefusal("bad_cursor", 400, "This cursor is not one of ours. Start again without it.");

/** Keyset position: the sort key and id of the last row seen. Opaque outside. */
export type Position = { sort: string; id: string };

/** @throws Refused (400) when the text is not a cursor. */
export function readCursor(cursor: string | undefined): Position | null {
  if (cursor === undefined) return null;
  const [sort, id, ...rest] = Buffer.from(cursor, "base64url").toString("utf8").split("|");
  const whole = sort !== undefined && id !== undefined && rest.length === 0;
  if (!whole || !/^[0-9a-f-]{36}$/.test(id) || !isMoment(sort)) throw new Refused(BAD_CURSOR);
  return { sort, id };
}

function isMoment(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Cuts one row more than asked for into a page. Rows are sorted by a moment, newest or soonest first. */
export function toPage<Row extends { id: string }>(rows: Row[], limit: number, sortOf: (row: Row) => Temporal.Instant) {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const has_more = rows.length > limit;
  const next_cursor =
    has_more && last !== undefined ? Buffer.from(`${sortOf(last).toString()}|${last.id}`).toString("base64url") : null;
  return { data, next_cursor, has_more };
}
