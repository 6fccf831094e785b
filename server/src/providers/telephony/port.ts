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
  /** One page of the account's calls that began since a moment, newest first, with the phones that they rang. */
  pageOfCalls(account: TelephonyAccount, wanted: PageWish): Promise<CarrierPage<ListedCall>>;
  /** One page of the account's texts that were sent or came in since a moment, newest first. */
  pageOfMessages(account: TelephonyAccount, wanted: PageWish): Promise<CarrierPage<ListedMessage>>;
  /** Where the photos of a text are fetched. */
  listMedia(account: TelephonyAccount, messageSid: string): Promise<ListedMedia[]>;
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

/** `next` is what the page before named as its continuation; null asks for the first page. */
export type PageWish = { since: Temporal.Instant; next: string | null };

/** A page of a list; `next` is null at its end. */
export type CarrierPage<Item> = { items: Item[]; next: string | null };

/** What the carrier charged; a decimal number as the carrier writes it, negative for a charge. Null until it is known. */
export type CarrierPrice = { amount: string; unit: string } | null;

export type ListedCall = {
  callSid: string;
  /** The call that this one was made for, when it is a phone that a call rang. */
  parentCallSid: string | null;
  direction: string;
  from: string;
  to: string;
  status: string;
  createdAt: Temporal.Instant;
  startedAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  /** Whole seconds of talk; null while it lasts. */
  durationSeconds: number | null;
  answeredBy: string | null;
  forwardedFrom: string | null;
  callerName: string | null;
  price: CarrierPrice;
};

export type ListedMessage = {
  messageSid: string;
  direction: string;
  from: string;
  to: string;
  body: string;
  status: string;
  errorCode: number | null;
  /** When it left, or came in. */
  sentAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  segments: number;
  mediaCount: number;
  price: CarrierPrice;
};

export type ListedMedia = { url: string; contentType: string };

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
