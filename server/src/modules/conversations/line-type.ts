import { z } from "zod";
import { findContactByPhone, findOrCreateContact, lineTypeOf, rememberLineType } from "#contacts";
import { accountOf } from "#numbers";
import { defineJob, type JobCall } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import type { LineType } from "#providers/telephony/port.ts";

const whichPhone = z.object({ phone: z.string() });
export const LOOK_UP: JobCall<z.output<typeof whichPhone>> = { name: "conversations.look_up_line", data: whichPhone };

/**
 * Asks the carrier, while the phone still rings, whether the caller could be texted at all. The text-back never waits for
 * it: without an answer it is sent, and a landline refuses it.
 */
export const lookUpLineJob = defineJob({
  ...LOOK_UP,
  async run(ports, { tenantId, data }) {
    const known = await ports.scope(tenantId, SYSTEM, (scope) => lineTypeOf(scope, data.phone));
    if (known !== "unknown") return;
    const lineType = await askCarrier(ports, tenantId, data.phone);
    await ports.scope(tenantId, SYSTEM, (scope) => remember(scope, data.phone, lineType));
  },
});

async function askCarrier(ports: Ports, tenantId: string, phone: string): Promise<LineType> {
  try {
    return await ports.telephony.lineType(await accountOf(ports, tenantId), phone);
  } catch (error) {
    ports.log.debug({ err: error }, "the kind of a line could not be looked up");
    return "unknown";
  }
}

/** A landline becomes a contact at once, so that what is known about it is not forgotten before the call is missed. */
async function remember(scope: Scope, phone: string, lineType: LineType): Promise<void> {
  if (lineType === "unknown") return;
  if (lineType === "landline" && (await findContactByPhone(scope, phone)) === null)
    await findOrCreateContact(scope, { phone, source: "missed_call" });
  await rememberLineType(scope, phone, lineType);
}
