/** A customer of the carrier. Times in ms since the epoch. */
export interface Account {
  sid: string;
  ownerAccountSid: string;
  friendlyName: string;
  authToken: string;
  /** Accepted beside the first one while tokens are rotated; webhooks are signed with the first. */
  secondaryAuthToken: string | undefined;
  status: "active" | "suspended" | "closed";
  /** ISO codes of the countries that may be texted and called. */
  countries: readonly string[];
  /** Whether inbound STOP, START and HELP are marked with OptOutType (Twilio: Advanced Opt-Out). */
  advancedOptOut: boolean;
  createdAt: number;
}

/** A key that signs in for an account instead of its token (Twilio: API keys). */
export interface ApiKey {
  sid: string;
  secret: string;
  accountSid: string;
}
