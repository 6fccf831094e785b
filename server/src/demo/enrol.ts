import type { Simulator } from "@nevermisscall/simulator";
import { BUSINESSES } from "../../../db/demo/businesses.ts";
import { numbersWithAccounts } from "../modules/numbers/index.ts";
import type { Ports } from "../platform/ports.ts";
import { recallCalls, recallTexts } from "./recall.ts";

/** Makes the fresh simulator know every number of the database, its latest calls and texts, and the people of the demo. */
export async function enrolInSimulator(ports: Ports, simulator: Simulator): Promise<void> {
  for (const number of await numbersWithAccounts(ports)) {
    const { accountSid, authToken, phoneNumber, phoneNumberSid } = number;
    simulator.addAccount({ sid: accountSid, authToken, numbers: [{ phoneNumber, sid: phoneNumberSid }] });
    await recallCalls(ports, simulator, number);
    await recallTexts(ports, simulator, number);
  }
  for (const { ownerPhone, ownerName, customers } of BUSINESSES) {
    simulator.person({ number: ownerPhone, name: ownerName });
    for (const { name, phone, handset } of customers) simulator.person({ number: phone, name, ...handset });
  }
}
