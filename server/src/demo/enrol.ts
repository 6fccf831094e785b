import type { Simulator } from "@nevermisscall/simulator";
import { BUSINESSES } from "../../../db/demo/businesses.ts";
import { numbersWithAccounts } from "../modules/numbers/index.ts";
import type { Ports } from "../platform/ports.ts";
import { SYSTEM } from "../platform/scope.ts";

/** How far back the carrier is asked for its calls. */
const REMEMBERED_HOURS = 48;

type KnownNumber = Awaited<ReturnType<typeof numbersWithAccounts>>[number];

/** Makes the fresh simulator know every number of the database, its latest calls, and the people of the demo. */
export async function enrolInSimulator(ports: Ports, simulator: Simulator): Promise<void> {
  for (const number of await numbersWithAccounts(ports)) {
    const { accountSid, authToken, phoneNumber, phoneNumberSid } = number;
    simulator.addAccount({ sid: accountSid, authToken, numbers: [{ phoneNumber, sid: phoneNumberSid }] });
    await recallCalls(ports, simulator, number);
  }
  for (const { ownerPhone, ownerName, customers } of BUSINESSES) {
    simulator.person({ number: ownerPhone, name: ownerName });
    for (const { name, phone, handset } of customers) simulator.person({ number: phone, name, ...handset });
  }
}

/** A carrier keeps its calls when we restart; the simulator, which restarts with us, is told them again. */
async function recallCalls(ports: Ports, { world }: Simulator, number: KnownNumber): Promise<void> {
  const calls = await ports.scope(number.tenantId, SYSTEM, (scope) =>
    scope.tx
      .selectFrom("call_facts")
      .select(["call_sid", "customer_phone", "called_phone", "started_at", "answered_at", "ended_at"])
      .where("phone_number_id", "=", number.id)
      .where("started_at", ">", scope.now().subtract({ hours: REMEMBERED_HOURS }))
      .orderBy("started_at")
      .$narrowType<{ call_sid: string; called_phone: string; started_at: Temporal.Instant }>()
      .execute(),
  );
  for (const { call_sid, customer_phone, called_phone, started_at, answered_at, ended_at } of calls) {
    const startedAt = started_at.epochMilliseconds;
    world.ledger.calls.put({
      sid: call_sid,
      accountSid: number.accountSid,
      parentCallSid: null,
      phoneNumberSid: number.phoneNumberSid,
      direction: "inbound",
      from: customer_phone ?? "anonymous",
      to: called_phone,
      forwardedFrom: null,
      status: "completed",
      answeredBy: null,
      createdAt: startedAt,
      updatedAt: startedAt,
      startedAt,
      answeredAt: answered_at?.epochMilliseconds ?? null,
      endedAt: ended_at?.epochMilliseconds ?? startedAt,
      history: [],
      statusCallback: undefined,
      callbacksSent: 0,
    });
  }
}
