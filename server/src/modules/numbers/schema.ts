import { z } from "zod";
import { id } from "#platform/http/fields.ts";
import { readPhone } from "#platform/values/phone.ts";

export const numberResponse = z.object({
  id,
  phone_number: z.string(),
  friendly_name: z.string().nullable(),
  status: z.enum(["provisioning", "active", "inactive", "error", "released"]),
  installation: z.enum(["own", "forwarded"]),
  forward_to: z.array(z.string()),
  ring_strategy: z.enum(["together", "in_turn"]),
  ring_timeout_seconds: z.int(),
  screening_enabled: z.boolean(),
  sender_registered: z.boolean(),
  webhooks_configured: z.boolean(),
});
export type NumberResponse = z.output<typeof numberResponse>;

/** Written as people write it; kept in E.164. */
const phone = z.string().transform((text, context) => {
  const read = readPhone(text);
  if (read === null)
    context.addIssue({
      code: "custom",
      message: `${text} is not a phone number. Write it like (512) 555-0142 or +15125550142`,
    });
  return read ?? z.NEVER;
});

export const numberChange = z
  .strictObject({
    friendly_name: z.string().trim().max(255).nullable(),
    installation: z.enum(["own", "forwarded"]),
    forward_to: z.array(phone).max(10),
    ring_strategy: z.enum(["together", "in_turn"]),
    ring_timeout_seconds: z.int().min(5).max(120),
    screening_enabled: z.boolean(),
  })
  .partial();
export type NumberChange = z.output<typeof numberChange>;
