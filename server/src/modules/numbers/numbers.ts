import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { ensureAccount } from "./accounts.ts";
import { type NumberResponse, numberResponse } from "./schema.ts";

const HOOK_TOKEN_BYTES = 32;

export type NewNumber = {
  tenantId: string;
  phoneNumber: string;
  phoneNumberSid: string | null;
  accountSid: string;
  authToken: string;
  forwardTo: readonly string[];
  friendlyName?: string;
  installation?: "own" | "forwarded";
  screeningEnabled?: boolean;
  ringTimeoutSeconds?: number;
};

/** Gives a business a number, and its carrier account if it is new. Returns the number's id. */
export async function addNumber(ports: Ports, number: NewNumber): Promise<string> {
  return ports.scope(number.tenantId, SYSTEM, async (scope) => {
    const accountId = await ensureAccount(ports, scope, number);
    const id = await insertNumber(ports, scope, accountId, number);
    if (id === null) throw new Error("There is a business with this number already.");
    return id;
  });
}

/** Returns the new row's id, or null when there is a row of this number already, whosever it is. */
export async function insertNumber(
  ports: Ports,
  scope: Scope,
  accountId: string,
  number: Omit<NewNumber, "tenantId" | "accountSid" | "authToken">,
): Promise<string | null> {
  const inserted = await scope.tx
    .insertInto("phone_numbers")
    .values({
      tenant_id: scope.tenantId,
      id: scope.newId(),
      account_id: accountId,
      phone_number: number.phoneNumber,
      phone_number_sid: number.phoneNumberSid,
      friendly_name: number.friendlyName ?? null,
      area_code: number.phoneNumber.startsWith("+1") ? number.phoneNumber.slice(2, 5) : null,
      status: "active",
      hook_token: ports.ids.token(HOOK_TOKEN_BYTES),
      forward_to: [...number.forwardTo],
      installation: number.installation ?? "own",
      screening_enabled: number.screeningEnabled ?? true,
      ring_timeout_seconds: number.ringTimeoutSeconds ?? 20,
      date_provisioned: scope.now(),
    })
    .onConflict((conflict) => conflict.column("phone_number").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted?.id ?? null;
}

function numbers(scope: Scope) {
  return scope.tx
    .selectFrom("phone_numbers")
    .selectAll()
    .where("tenant_id", "=", scope.tenantId)
    .where("status", "<>", "released");
}

export type OwnNumber = Awaited<ReturnType<ReturnType<typeof numbers>["executeTakeFirstOrThrow"]>>;

/** @throws Refused not_found. */
export async function getNumber(scope: Scope, id: string): Promise<OwnNumber> {
  const number = await numbers(scope).where("id", "=", id).executeTakeFirst();
  if (number === undefined) throw new Refused(NOT_FOUND, "There is no such number.");
  return number;
}

export async function findNumberByPhone(scope: Scope, phone: string): Promise<OwnNumber | null> {
  return (await numbers(scope).where("phone_number", "=", phone).executeTakeFirst()) ?? null;
}

/** The business's first number. @throws Refused not_found when it has none. */
export async function primaryNumber(scope: Scope): Promise<OwnNumber> {
  const number = await numbers(scope).where("status", "=", "active").orderBy("id").executeTakeFirst();
  if (number === undefined) throw new Refused(NOT_FOUND, "This business has no number yet.");
  return number;
}

/** The business's numbers, oldest first. */
export async function listNumbers(scope: Scope): Promise<NumberResponse[]> {
  return (await numbers(scope).orderBy("id").execute()).map((row) => numberResponse.parse(row));
}
