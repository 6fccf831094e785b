import { z } from "zod";
import { id, phone } from "#platform/http/fields.ts";

export const numberResponse = z.object({
  id,
  phone_number: z.string(),
  friendly_name: z.string().nullable(),
  status: z.enum(["provisioning", "active", "inactive", "error", "released"]),
  status_reason: z.string().nullable(),
  installation: z.enum(["own", "forwarded"]),
  forward_to: z.array(z.string()),
  ring_strategy: z.enum(["together", "in_turn"]),
  ring_timeout_seconds: z.int(),
  screening_enabled: z.boolean(),
  sender_registered: z.boolean(),
  webhooks_configured: z.boolean(),
});
export type NumberResponse = z.output<typeof numberResponse>;

/** Twilio's <Dial> rings ten phones at the most. */
const forwardTo = z.array(phone).max(10);

export const numberChange = z
  .strictObject({
    friendly_name: z.string().trim().max(255).nullable(),
    installation: z.enum(["own", "forwarded"]),
    forward_to: forwardTo,
    ring_strategy: z.enum(["together", "in_turn"]),
    ring_timeout_seconds: z.int().min(5).max(120),
    screening_enabled: z.boolean(),
  })
  .partial();
export type NumberChange = z.output<typeof numberChange>;

export const numberWish = z.strictObject({ phone_number: phone, forward_to: forwardTo.default([]) });
export type NumberWish = z.output<typeof numberWish>;

export const numberSearch = z.strictObject({
  area_code: z.string().regex(/^[2-9]\d\d$/, "must be a US area code such as 512"),
});

export const accountChange = z.strictObject({
  auth_token: z.string().regex(/^[0-9a-f]{32}$/, "must be the account's auth token: 32 characters from 0-9 and a-f"),
});
