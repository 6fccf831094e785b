import type { Simulator } from "@nevermisscall/simulator";
import { numbersWithAccounts } from "../modules/numbers/index.ts";
import type { Ports } from "../platform/ports.ts";
import { BUSINESSES, CUSTOMERS } from "./cast.ts";

/** Makes the fresh simulator know every number of the database and the people of the demo. */
export async function enrolInSimulator(ports: Ports, simulator: Simulator): Promise<void> {
  for (const { accountSid, authToken, phoneNumber, phoneNumberSid } of await numbersWithAccounts(ports)) {
    simulator.addAccount({ sid: accountSid, authToken, numbers: [{ phoneNumber, sid: phoneNumberSid }] });
  }
  for (const { ownerPhone, ownerName } of BUSINESSES) simulator.person({ number: ownerPhone, name: ownerName });
  for (const { name, phone } of CUSTOMERS) simulator.person({ number: phone, name });
}
