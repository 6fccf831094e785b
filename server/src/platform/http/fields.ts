import { z } from "zod";
import { readPhone } from "../values/phone.ts";

/** A moment: an ISO 8601 string on the wire, a Temporal.Instant inside. */
export const instant = z
  .codec(
    z.iso.datetime({ offset: true }),
    z.custom<Temporal.Instant>((value) => value instanceof Temporal.Instant),
    {
      decode: (text) => Temporal.Instant.from(text),
      encode: (moment) => moment.toString(),
    },
  )
  .meta({ type: "string", format: "date-time" });

export const id = z.uuid();

/** Money as an exact decimal, never a float: "129.50". */
export const money = z.string().regex(/^-?\d+(\.\d{1,4})?$/, "must be a decimal number such as 129.50");

/** A phone number as people write it; E.164 inside. */
export const phone = z
  .string()
  .max(50)
  .transform((text, context) => {
    const number = readPhone(text);
    if (number !== null) return number;
    context.addIssue({ code: "custom", message: "must be a phone number such as (512) 555-0142 or +15125550142" });
    return z.NEVER;
  });

/** The answer of every list: a page and the way to the next one. */
export function page<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), next_cursor: z.string().nullable(), has_more: z.boolean() });
}

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});
