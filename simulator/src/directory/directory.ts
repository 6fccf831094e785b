import type { Account, ApiKey } from "./account.ts";
import type { MessagingService, PhoneNumber } from "./phone-number.ts";

/** Who is a customer of the carrier, and which numbers are whose. */
export interface Directory {
  accounts: Map<string, Account>;
  apiKeys: Map<string, ApiKey>;
  services: Map<string, MessagingService>;
  /** Throws when there is no such account: the caller knows that it exists. */
  account(sid: string): Account;
  addNumber(number: PhoneNumber): void;
  removeNumber(sid: string): boolean;
  number(sid: string): PhoneNumber | undefined;
  /** Oldest first. */
  numbersOf(accountSid: string): PhoneNumber[];
  /** The owned number with this E.164 number. */
  owned(phoneNumber: string): PhoneNumber | undefined;
  /** The service that a number sends for. */
  serviceOf(number: PhoneNumber): MessagingService | undefined;
}

export function createDirectory(): Directory {
  const accounts = new Map<string, Account>();
  const services = new Map<string, MessagingService>();
  const bySid = new Map<string, PhoneNumber>();
  const byPhoneNumber = new Map<string, PhoneNumber>();
  return {
    accounts,
    services,
    apiKeys: new Map(),
    account(sid) {
      const account = accounts.get(sid);
      if (!account) throw new Error(`The carrier has no account ${sid}; name it in the accounts of createSimulator.`);
      return account;
    },
    addNumber(number) {
      bySid.set(number.sid, number);
      byPhoneNumber.set(number.phoneNumber, number);
    },
    removeNumber(sid) {
      const number = bySid.get(sid);
      if (number) byPhoneNumber.delete(number.phoneNumber);
      for (const service of services.values()) {
        service.phoneNumberSids = service.phoneNumberSids.filter((member) => member !== sid);
      }
      return bySid.delete(sid);
    },
    number: (sid) => bySid.get(sid),
    numbersOf: (accountSid) => [...bySid.values()].filter((number) => number.accountSid === accountSid),
    owned: (phoneNumber) => byPhoneNumber.get(phoneNumber),
    serviceOf: (number) => services.values().find((service) => service.phoneNumberSids.includes(number.sid)),
  };
}
