import { z } from "zod";
import type { Line } from "./line.ts";

/** What its owner does when the handset rings. Times in ms of the world's clock. */
const ReactionSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("ring") }),
  z.object({
    do: z.literal("answer"),
    afterMs: z.number().int().min(0).default(4_000),
    /** Keys pressed a second after answering, e.g. "1" to accept a screened call. */
    presses: z.string().optional(),
    says: z.string().optional(),
    /** Hangs up after talking that long; never when absent. */
    talksMs: z.number().int().min(0).optional(),
  }),
  z.object({ do: z.literal("reject"), afterMs: z.number().int().min(0).default(2_000) }),
]);

const LineTypeSchema = z.enum(["mobile", "landline", "fixedVoip", "nonFixedVoip", "tollFree"]);

/** A simulated person's phone. */
export const HandsetSpecSchema = z.object({
  number: z.string(),
  name: z.string().optional(),
  lineType: LineTypeSchema.optional(),
  carrier: z.string().optional(),
  city: z.string().optional(),
  state: z.string().optional(),
  zip: z.string().optional(),
  isOn: z.boolean().optional(),
  /** What the network shows to those it calls, when that is not its number: Twilio shows withheld ones as +266696687. */
  callerId: z.string().optional(),
  onCall: ReactionSchema.optional(),
  /** A voicemail box picks up after that time of ringing, or at once when the phone is off. */
  voicemailAfterMs: z.number().int().min(0).nullable().optional(),
  /** Conditional forwarding by its own carrier: unanswered calls go to `to`. */
  forwarding: z
    .object({ to: z.string(), afterMs: z.number().int().min(0) })
    .nullable()
    .optional(),
  /** Every text to it fails with this code of Twilio's. */
  textErrorCode: z.number().int().nullable().optional(),
});

export type Reaction = z.infer<typeof ReactionSchema>;
export type LineType = z.infer<typeof LineTypeSchema>;
export type HandsetSpec = z.input<typeof HandsetSpecSchema>;

export interface Photo {
  contentType: string;
  bytes: Uint8Array;
}

/** A text as the handset shows it. `sid` is the carrier's, for texts that went through it and have arrived. */
export interface Text {
  id: string;
  sid: string | null;
  direction: "sent" | "received";
  peer: string;
  body: string;
  photos: Photo[];
  at: number;
  /** Delivery tick of a sent text. */
  state: "sending" | "sent" | "delivered" | "failed";
}

export interface Handset {
  number: string;
  name: string;
  lineType: LineType;
  carrier: string;
  place: { city: string; state: string; zip: string; country: string };
  isOn: boolean;
  callerId: string;
  onCall: Reaction;
  voicemailAfterMs: number | null;
  forwarding: { to: string; afterMs: number } | null;
  textErrorCode: number | null;
  /** Calls it is in or that ring, oldest first. */
  lines: Line[];
  /** Every text it sent or received, oldest first, bounded. */
  texts: Text[];
}
