/** Something recorded on a call. Times in ms since the epoch. */
export interface Recording {
  sid: string;
  accountSid: string;
  callSid: string;
  startedAt: number;
  createdAt: number;
  durationS: number;
  channels: 1 | 2;
  /** Twilio: Recording resource, `source`. */
  source: "RecordVerb" | "DialVerb" | "OutboundAPI";
  /** The words on it, which only the simulator knows (and the transcription tells). */
  said: string;
}
