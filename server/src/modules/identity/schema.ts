import { z } from "zod";
import { id, instant } from "#platform/http/fields.ts";
import { ROLES } from "#platform/module.ts";

export const credentials = z.strictObject({
  email: z.email().max(320),
  password: z.string().min(1).max(256),
});

export const sessionResponse = z.object({
  user: z.object({ id, email: z.string(), first_name: z.string(), last_name: z.string() }),
  tenant: z.object({ id, business_name: z.string(), timezone: z.string(), trade_type: z.string() }),
  role: z.enum(ROLES),
  permissions: z.array(z.string()),
  simulator: z.boolean(),
});

/** A browser that asks on its first visit is not refused for not being signed in. */
export const visitorResponse = z.object({ session: sessionResponse.nullable() });

export const demoResponse = z.object({
  demo: z.boolean(),
  people: z.array(z.object({ email: z.string(), name: z.string(), role: z.enum(ROLES), password: z.string() })),
});

export const peopleResponse = z.object({
  data: z.array(z.object({ user_id: id, name: z.string(), role: z.enum(ROLES), email: z.string() })),
});

export const sessionsResponse = z.object({
  data: z.array(
    z.object({
      id,
      created_at: instant,
      last_used_at: instant,
      user_agent: z.string().nullable(),
      ip_address: z.string().nullable(),
      is_current: z.boolean(),
    }),
  ),
});
