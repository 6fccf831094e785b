/** Twilio's words for the codes that end a message. They are for people: Twilio may change them. */
export const errorTexts: Readonly<Record<number, string>> = {
  11200: "HTTP retrieval failure",
  30001: "Queue overflow",
  30002: "Account suspended",
  30003: "Unreachable destination handset",
  30004: "Message blocked",
  30005: "Unknown destination handset",
  30006: "Landline or unreachable carrier",
  30007: "Message filtered",
  30008: "Unknown error",
  30022: "US A2P 10DLC - Rate Limits Exceeded",
  30032: "Toll-Free Number Has Not Been Verified",
  30034: "US A2P 10DLC - Message from an Unregistered Number",
  30036: "Validity Period Expired",
  30450: "Message delivery blocked",
};
