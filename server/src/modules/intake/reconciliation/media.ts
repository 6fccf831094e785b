import type { AccountWithNumbers } from "#numbers";
import type { Ports } from "#platform/ports.ts";
import type { WebhookParams } from "../topics.ts";
import { askCarrier } from "./carrier-trouble.ts";
import type { ListedRow } from "./listed-rows.ts";

/** The fields of a listed text with its photos, as a webhook would have named them: the list only says how many there are. */
export async function withMedia(ports: Ports, account: AccountWithNumbers, row: ListedRow): Promise<WebhookParams> {
  if (!row.hasMedia) return row.params;
  const media = await askCarrier(() => ports.telephony.listMedia(account, row.sid));
  const fields = media.flatMap(({ url, contentType }, index) => [
    [`MediaUrl${index}`, url],
    [`MediaContentType${index}`, contentType],
  ]);
  return { ...row.params, ...Object.fromEntries(fields), NumMedia: String(media.length) };
}
