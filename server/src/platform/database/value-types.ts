import { types } from "pg";

const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

/**
 * How PostgreSQL's values become JavaScript's: moments are Temporal.Instant, dates stay `YYYY-MM-DD`, money stays the
 * exact decimal string, bigint becomes a number (ours stay far below 2^53).
 */
export const valueTypes = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (format !== "binary") {
      if (oid === TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text);
      if (oid === DATE || oid === NUMERIC) return (text: string) => text;
      if (oid === INT8) return Number;
    }
    return types.getTypeParser(oid, format);
  },
};

// The driver would send an Instant as quoted JSON; it asks every object for this method first.
Object.defineProperty(Temporal.Instant.prototype, "toPostgres", {
  value(this: Temporal.Instant) {
    return this.toString();
  },
  configurable: true,
});
