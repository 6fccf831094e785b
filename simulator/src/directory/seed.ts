import type { Chance } from "../chance.ts";
import type { Account } from "./account.ts";
import type { Directory } from "./directory.ts";
import type { MessagingService, PhoneNumber } from "./phone-number.ts";

/** A number as it is given when a simulator is made; URLs are fetched by POST. */
export interface NumberSpec {
  phoneNumber: string;
  sid?: string;
  friendlyName?: string;
  voiceUrl?: string;
  voiceFallbackUrl?: string;
  statusCallback?: string;
  smsUrl?: string;
  smsFallbackUrl?: string;
  isRegistered?: boolean;
}

/** An account as it is given when a simulator is made. What is left out is made up from the seed. */
export interface AccountSpec {
  sid?: string;
  authToken?: string;
  secondaryAuthToken?: string;
  ownerAccountSid?: string;
  friendlyName?: string;
  countries?: readonly string[];
  advancedOptOut?: boolean;
  apiKeys?: readonly { sid: string; secret: string }[];
  numbers?: readonly NumberSpec[];
}

export interface Enrolment {
  chance: Chance;
  now(): number;
  directory: Directory;
}

/** Adds an account with its keys and numbers. */
export function enrolAccount({ chance, now, directory }: Enrolment, spec: AccountSpec): Account {
  const sid = spec.sid ?? chance.sid("AC");
  const account: Account = {
    sid,
    ownerAccountSid: spec.ownerAccountSid ?? sid,
    friendlyName: spec.friendlyName ?? "Account",
    authToken: spec.authToken ?? chance.hex(32, "auth token", sid),
    secondaryAuthToken: spec.secondaryAuthToken,
    status: "active",
    countries: spec.countries ?? ["US", "CA", "PR"],
    advancedOptOut: spec.advancedOptOut ?? false,
    createdAt: now(),
  };
  directory.accounts.set(sid, account);
  for (const key of spec.apiKeys ?? []) directory.apiKeys.set(key.sid, { ...key, accountSid: sid });
  for (const number of spec.numbers ?? []) enrolNumber({ chance, now, directory }, sid, number);
  return account;
}

const byPost = (url: string | undefined) => (url ? { url, method: "POST" as const } : undefined);

/** Gives a number to an account. */
export function enrolNumber({ chance, now, directory }: Enrolment, accountSid: string, spec: NumberSpec): PhoneNumber {
  const number: PhoneNumber = {
    sid: spec.sid ?? chance.sid("PN"),
    accountSid,
    phoneNumber: spec.phoneNumber,
    friendlyName: spec.friendlyName ?? spec.phoneNumber,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    isRegistered: spec.isRegistered ?? true,
    voice: byPost(spec.voiceUrl),
    voiceFallback: byPost(spec.voiceFallbackUrl),
    statusCallback: byPost(spec.statusCallback),
    sms: byPost(spec.smsUrl),
    smsFallback: byPost(spec.smsFallbackUrl),
    voiceApplicationSid: "",
    smsApplicationSid: "",
    trunkSid: "",
    createdAt: now(),
    updatedAt: now(),
  };
  directory.addNumber(number);
  return number;
}

/** Makes an empty messaging service. */
export function enrolService(
  { chance, now, directory }: Enrolment,
  accountSid: string,
  friendlyName: string,
): MessagingService {
  const service: MessagingService = {
    sid: chance.sid("MG"),
    accountSid,
    friendlyName,
    inbound: undefined,
    fallback: undefined,
    statusCallbackUrl: undefined,
    useInboundWebhookOnNumber: false,
    stickySender: true,
    validityPeriodS: 36_000,
    usecase: "undeclared",
    phoneNumberSids: [],
    createdAt: now(),
    updatedAt: now(),
  };
  directory.services.set(service.sid, service);
  return service;
}
