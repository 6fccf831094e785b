import { z } from "zod";
import { defineEvent } from "#platform/events.ts";
import { id, instant } from "#platform/http/fields.ts";
import { MISSED_REASONS } from "./missed.ts";

/** As published: moments are ISO 8601 strings. */
const moment = z.iso.datetime({ offset: true });

export const callStarted = defineEvent(
  "call.started",
  1,
  z.object({ call_id: id, customer_phone: z.string().nullable(), phone_number_id: id, started_at: moment }),
);
export const callAnswered = defineEvent("call.answered", 1, z.object({ call_id: id }));
export const callMissed = defineEvent(
  "call.missed",
  1,
  z.object({
    call_id: id,
    customer_phone: z.string().nullable(),
    phone_number_id: id,
    reason: z.enum(MISSED_REASONS),
    missed_at: moment,
  }),
);
export const callEnded = defineEvent("call.ended", 1, z.object({ call_id: id }));
