export { type Consent, type ConsentKind, consentsOf, recordConsent } from "./consents.ts";
export { type OptOutSource, type OptOutState, optOutState, recordOptIn, recordOptOut } from "./opt-outs.ts";
export { lockRecipient } from "./recipient-lock.ts";
