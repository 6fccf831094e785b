import { Refused } from "#platform/http/problem.ts";
import type { Ports } from "#platform/ports.ts";
import type { Actor, Scope } from "#platform/scope.ts";
import type { CarrierNumber, TelephonyAccount } from "#providers/telephony/port.ts";
import { accountOf, ensureAccount } from "./accounts.ts";
import { refuseCircle } from "./change.ts";
import { CARRIER_AWAY, NUMBER_REFUSED, NUMBER_TAKEN } from "./errors.ts";
import { findNumberByPhone, getNumber, insertNumber } from "./numbers.ts";
import { numbersWithAccounts } from "./numbers-with-accounts.ts";
import { pointOrTryLater } from "./pointing.ts";
import { type NumberResponse, type NumberWish, numberResponse } from "./schema.ts";

export type Buyer = { tenantId: string; actor: Actor };

/**
 * Buys a number and points it here. Safe to repeat at any point: a number that the account already has is adopted, never
 * bought again, so that a lost answer of the carrier costs nothing.
 * @throws Refused no_carrier_account, number_taken, number_refused, carrier_away or rings_itself.
 */
export async function buyNumber(ports: Ports, who: Buyer, wish: NumberWish): Promise<NumberResponse> {
  const inScope: InScope = (work) => ports.scope(who.tenantId, who.actor, work);
  const known = await inScope(async (scope) => {
    await refuseCircle(scope, wish.forward_to);
    return findNumberByPhone(scope, wish.phone_number);
  });
  const id = known?.id ?? (await buyAndKeep(ports, who, inScope, wish));
  if (known?.webhooks_configured !== true) await pointOrTryLater(ports, await numbersWithAccounts(ports, id));
  return numberResponse.parse(await inScope((scope) => getNumber(scope, id)));
}

type InScope = <Result>(work: (scope: Scope) => Promise<Result>) => Promise<Result>;

async function buyAndKeep(ports: Ports, who: Buyer, inScope: InScope, wish: NumberWish): Promise<string> {
  const account = await accountOf(ports, who.tenantId);
  const owned = await own(ports, account, wish.phone_number);
  return inScope((scope) => keep(ports, scope, account, owned, wish));
}

/** The carrier's number, bought if the account does not have it yet. */
async function own(ports: Ports, account: TelephonyAccount, phone: string): Promise<CarrierNumber> {
  const find = async () => (await ports.telephony.findNumbers(account, { phone }).catch(carrierAway)).at(0);
  const found = await find();
  if (found !== undefined) return found;
  const outcome = await ports.telephony.buyNumber(account, phone);
  if (outcome.kind === "bought") return outcome.number;
  // Somebody may have bought it at the same time, or the answer was lost: the carrier's list knows.
  const foundNow = outcome.kind === "not_processed" ? undefined : await find();
  if (foundNow !== undefined) return foundNow;
  throw outcome.kind === "refused" ? new Refused(NUMBER_REFUSED, outcome.message) : new Refused(CARRIER_AWAY);
}

/** The row of a number that is ours now. */
async function keep(
  ports: Ports,
  scope: Scope,
  account: TelephonyAccount,
  owned: CarrierNumber,
  wish: NumberWish,
): Promise<string> {
  const accountId = await ensureAccount(ports, scope, account);
  const id = await insertNumber(ports, scope, accountId, {
    phoneNumber: owned.phoneNumber,
    phoneNumberSid: owned.phoneNumberSid,
    friendlyName: owned.friendlyName,
    forwardTo: wish.forward_to,
  });
  if (id === null) {
    const known = await findNumberByPhone(scope, owned.phoneNumber);
    if (known === null) throw new Refused(NUMBER_TAKEN);
    return known.id;
  }
  await scope.audit({
    entity_type: "phone_number",
    entity_id: id,
    action: "bought",
    changes: { phone_number: owned.phoneNumber },
  });
  scope.nudge("settings", id);
  return id;
}

/** Numbers for sale in an area code, in E.164. @throws Refused no_carrier_account or carrier_away. */
export async function searchNumbers(ports: Ports, tenantId: string, areaCode: string): Promise<string[]> {
  const account = await accountOf(ports, tenantId);
  return ports.telephony.searchNumbers(account, { areaCode, country: "US" }).catch(carrierAway);
}

const carrierAway = (): never => {
  throw new Refused(CARRIER_AWAY);
};
