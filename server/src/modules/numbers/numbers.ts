import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { sealToken } from "./accounts.ts";
import { type NumberChange, type NumberResponse, numberResponse } from "./schema.ts";

const HOOK_TOKEN_BYTES = 32;

export type NewNumber = {
  tenantId: string;
  phoneNumber: string;
  phoneNumberSid: string | null;
  accountSid: string;
  authToken: string;
  forwardTo: readonly string[];
  installation?: "own" | "forwarded";
  screeningEnabled?: boolean;
  ringTimeoutSeconds?: number;
};

/** Gives a business a number, and its carrier account if it is new. Returns the number's id. */
export async function addNumber(ports: Ports, number: NewNumber): Promise<string> {
  return ports.scope(number.tenantId, SYSTEM, async (scope) => {
    const known = await scope.tx
      .selectFrom("telephony_accounts")
      .select("id")
      .where("account_sid", "=", number.accountSid)
      .executeTakeFirst();
    const accountId = known?.id ?? (await addAccount(ports, scope, number));
    const id = scope.newId();
    await scope.tx
      .insertInto("phone_numbers")
      .values({
        tenant_id: scope.tenantId,
        id,
        account_id: accountId,
        phone_number: number.phoneNumber,
        phone_number_sid: number.phoneNumberSid,
        area_code: number.phoneNumber.startsWith("+1") ? number.phoneNumber.slice(2, 5) : null,
        status: "active",
        hook_token: ports.ids.token(HOOK_TOKEN_BYTES),
        forward_to: [...number.forwardTo],
        installation: number.installation ?? "own",
        screening_enabled: number.screeningEnabled ?? true,
        ring_timeout_seconds: number.ringTimeoutSeconds ?? 20,
        date_provisioned: scope.now(),
      })
      .execute();
    return id;
  });
}

async function addAccount(ports: Ports, scope: Scope, number: NewNumber): Promise<string> {
  const id = scope.newId();
  await scope.tx
    .insertInto("telephony_accounts")
    .values({
      tenant_id: scope.tenantId,
      id,
      account_sid: number.accountSid,
      auth_token_sealed: sealToken(ports, id, number.authToken),
    })
    .execute();
  return id;
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

/** Changes how a number rings; what is not named stays. @throws Refused not_found. */
export async function changeNumber(scope: Scope, id: string, change: NumberChange): Promise<NumberResponse> {
  await getNumber(scope, id);
  const set = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(set).length > 0) await scope.tx.updateTable("phone_numbers").set(set).where("id", "=", id).execute();
  await scope.audit({ entity_type: "phone_number", entity_id: id, action: "changed", changes: set });
  scope.nudge("settings", id);
  return numberResponse.parse(await getNumber(scope, id));
}
