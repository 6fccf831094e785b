/**
 * The carrier as our modules know it. One port, several vendors; every function talks to the network and is never called
 * inside a transaction.
 */
export type Telephony = {
  /** Hands a text to the carrier. Never throws for an answer of the carrier: the outcome says what is known. */
  sendMessage(account: TelephonyAccount, message: OutgoingMessage): Promise<SendOutcome>;
  /** The carrier's own messages to a number since a moment: resolves sends whose outcome is unknown. */
  listMessages(
    account: TelephonyAccount,
    filter: { to: string; from: string; since: Temporal.Instant },
  ): Promise<CarrierMessage[]>;
  lineType(account: TelephonyAccount, phone: string): Promise<LineType>;
  /** Points a number's webhooks at us, and takes away whatever else would get its calls. */
  configureNumber(account: TelephonyAccount, phoneNumberSid: string, hooks: NumberHooks): Promise<void>;
  /** The account's numbers, or the one with this phone. */
  findNumbers(account: TelephonyAccount, filter?: { phone: string }): Promise<CarrierNumber[]>;
  /** Numbers for sale that take calls and texts, in E.164. */
  searchNumbers(account: TelephonyAccount, search: { areaCode: string; country: string }): Promise<string[]>;
  /** Buys a number. Never throws for an answer of the carrier: the outcome says what is known. */
  buyNumber(account: TelephonyAccount, phone: string): Promise<PurchaseOutcome>;
  /** The bytes of a photo a customer sent; at most 5 MB, from the carrier's own addresses only. */
  fetchMedia(account: TelephonyAccount, url: string): Promise<{ contentType: string; bytes: Buffer }>;
  /** How many calls the carrier knows of since a moment, not counting the phones that a call rang. */
  countCalls(account: TelephonyAccount, since: Temporal.Instant): Promise<number>;
};

export type TelephonyAccount = { accountSid: string; authToken: string };

export type OutgoingMessage = {
  from: string;
  to: string;
  body: string;
  mediaUrls: readonly string[];
  statusCallback: string;
  /** Seconds after which the carrier gives up; Twilio takes 1 to 36000. */
  validitySeconds: number;
};

export type SendOutcome = { kind: "accepted"; messageSid: string; status: string; segments: number | null } | Failure;

export type PurchaseOutcome = { kind: "bought"; number: CarrierNumber } | Failure;

/** What is known when the carrier did not say yes. */
export type Failure =
  /** The carrier says that it did not process the request: safe to send again. */
  | { kind: "not_processed"; retryAfterSeconds: number | null; errorCode: number | null }
  /** The carrier refuses for good; the code is the carrier's. */
  | { kind: "refused"; errorCode: number | null; message: string }
  /** Time-out, reset or a 5xx: it may or may not have been accepted. */
  | { kind: "unknown"; message: string };

export type CarrierMessage = { messageSid: string; body: string; status: string; createdAt: Temporal.Instant };

export type LineType = "mobile" | "landline" | "voip" | "tollFree" | "unknown";

export type NumberHooks = {
  voiceUrl: string;
  voiceFallbackUrl: string;
  statusCallbackUrl: string;
  smsUrl: string;
  smsFallbackUrl: string;
};

export type CarrierNumber = {
  phoneNumberSid: string;
  phoneNumber: string;
  friendlyName: string;
  hooks: NumberHooks;
  /** Whether an application or a trunk gets the calls or texts in place of the URLs (Twilio: VoiceApplicationSid, TrunkSid). */
  overridden: boolean;
};
