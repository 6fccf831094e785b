import type { Hook } from "../webhooks/webhook.ts";

/** A number that an account owns. Times in ms since the epoch. */
export interface PhoneNumber {
  sid: string;
  accountSid: string;
  phoneNumber: string;
  friendlyName: string;
  capabilities: { voice: boolean; sms: boolean; mms: boolean; fax: boolean };
  /** Whether carriers let its texts through: 10DLC campaign or toll-free verification in order. */
  isRegistered: boolean;
  voice: Hook | undefined;
  voiceFallback: Hook | undefined;
  statusCallback: Hook | undefined;
  sms: Hook | undefined;
  smsFallback: Hook | undefined;
  voiceApplicationSid: string;
  smsApplicationSid: string;
  trunkSid: string;
  createdAt: number;
  updatedAt: number;
}

/** A pool of numbers that send as one (Twilio: Messaging Service). Times in ms since the epoch. */
export interface MessagingService {
  sid: string;
  accountSid: string;
  friendlyName: string;
  inbound: Hook | undefined;
  fallback: Hook | undefined;
  statusCallbackUrl: string | undefined;
  useInboundWebhookOnNumber: boolean;
  stickySender: boolean;
  validityPeriodS: number;
  usecase: string;
  /** Sids of its numbers, in the order in which they were added. */
  phoneNumberSids: string[];
  createdAt: number;
  updatedAt: number;
}
