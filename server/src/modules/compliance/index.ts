export { type Consent, type ConsentKind, consentsOf, recordConsent } from "./consents.ts";
export { hoursRulesFor } from "./hours-rules.ts";
export { isAnsweredByCarrier, type Keyword, readKeyword } from "./keywords.ts";
export { type OptOutSource, type OptOutState, optOutState, recordOptIn, recordOptOut } from "./opt-outs.ts";
export { regionOfPhone, zonesOfPhone } from "./places.ts";
export { type QuietHours, quietHours } from "./quiet-hours.ts";
export { lockRecipient } from "./recipient-lock.ts";
