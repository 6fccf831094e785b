/** Twilio: Message resource, `status`. */
export type MessageStatus =
  | "accepted"
  | "scheduled"
  | "queued"
  | "sending"
  | "sent"
  | "delivered"
  | "undelivered"
  | "failed"
  | "received"
  | "canceled";

export interface Media {
  sid: string;
  contentType: string;
  bytes: Uint8Array;
}

/** A message in the carrier's ledger. Times in ms since the epoch, of the carrier's own (possibly skewed) clock. */
export interface Message {
  sid: string;
  accountSid: string;
  messagingServiceSid: string | null;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  from: string;
  to: string;
  body: string;
  media: Media[];
  numSegments: number;
  status: MessageStatus;
  errorCode: number | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
  /** Every state passed through, in order. */
  history: { status: MessageStatus; at: number }[];
  statusCallback: string | undefined;
  validityPeriodS: number;
}
