import { z } from "zod";
import { defineJob } from "#platform/jobs.ts";
import type { Ports } from "#platform/ports.ts";
import { SYSTEM } from "#platform/scope.ts";
import type { CarrierNumber } from "#providers/telephony/port.ts";
import { hooksOf, pointsHere } from "./hooks.ts";
import { type NumberWithAccount, numbersWithAccounts } from "./numbers-with-accounts.ts";

/** So many accounts are looked at side by side. */
const TOGETHER = 8;

/**
 * Points the webhooks of every active number at this server where the carrier has other addresses. A carrier that does
 * not answer stops nobody: its numbers are tried again by a job.
 */
export async function pointNumbersHere(ports: Ports): Promise<void> {
  const accounts = [...Map.groupBy(await numbersWithAccounts(ports), ({ accountSid }) => accountSid).values()];
  const workThrough = async () => {
    for (let numbers = accounts.pop(); numbers !== undefined; numbers = accounts.pop()) {
      await pointOrTryLater(ports, numbers);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, workThrough));
}

/** Points numbers of one account here. @throws when the carrier cannot be asked. */
async function pointNumbers(ports: Ports, numbers: readonly NumberWithAccount[]): Promise<void> {
  const { publicUrl } = ports.config;
  const [account] = numbers;
  if (publicUrl === null || account === undefined) return;
  const atCarrier = new Map((await ports.telephony.findNumbers(account)).map((one) => [one.phoneNumberSid, one]));
  for (const number of numbers) await pointNumber(ports, publicUrl, number, atCarrier.get(number.phoneNumberSid));
}

async function pointNumber(ports: Ports, publicUrl: string, number: NumberWithAccount, known?: CarrierNumber) {
  if (known === undefined) return record(ports, number, GONE);
  const hooks = hooksOf(publicUrl, number.hookToken);
  if (!pointsHere(known, hooks)) await ports.telephony.configureNumber(number, number.phoneNumberSid, hooks);
  await record(ports, number, {
    webhooks_configured: true,
    status_reason: null,
    voice_webhook_url: hooks.voiceUrl,
    sms_webhook_url: hooks.smsUrl,
    status_callback_url: hooks.statusCallbackUrl,
  });
}

const GONE = { webhooks_configured: false, status_reason: "The carrier's account no longer has this number." };
const UNREACHED = {
  webhooks_configured: false,
  status_reason: "The carrier did not take our address. Check PUBLIC_URL and the account's auth token.",
};

type Pointed = { webhooks_configured: boolean; status_reason: string | null } & Partial<
  Record<"voice_webhook_url" | "sms_webhook_url" | "status_callback_url", string>
>;

async function record(ports: Ports, { tenantId, id }: NumberWithAccount, pointed: Pointed): Promise<void> {
  await ports.database.platform
    .updateTable("phone_numbers")
    .set(pointed)
    .where("tenant_id", "=", tenantId)
    .where("id", "=", id)
    .execute();
  ports.publish(tenantId, [{ topic: "line", id }]);
}

/** Points numbers of one account here, by a job if the carrier cannot be asked now. */
export async function pointOrTryLater(ports: Ports, numbers: readonly NumberWithAccount[]): Promise<void> {
  try {
    await pointNumbers(ports, numbers);
  } catch (error) {
    ports.log.warn({ err: error }, "the carrier could not be told where this server is; trying again later");
    for (const number of numbers) {
      await record(ports, number, UNREACHED);
      await ports.scope(number.tenantId, SYSTEM, (scope) =>
        scope.enqueue(pointNumberJob, { phone_number_id: number.id }, { key: `point:${number.id}` }),
      );
    }
  }
}

/** Tells the carrier again where this server is, until it answers. */
export const pointNumberJob = defineJob({
  name: "numbers.point",
  data: z.object({ phone_number_id: z.uuid() }),
  async run(ports, { data }) {
    await pointNumbers(ports, await numbersWithAccounts(ports, data.phone_number_id));
  },
});
