import type { paths } from "./schema.generated.ts";

/** The records that cross the wire, by the name that the page uses for them; the server alone says what they hold. */

type Ok<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Body } } } }
  ? Body
  : never;
type Got<Path extends keyof paths> = Ok<paths[Path]["get"]>;
type Rows<Path extends keyof paths> = Got<Path> extends { data: (infer Row)[] } ? Row : never;
type Given<Operation> = Operation extends { requestBody?: { content: { "application/json": infer Body } } }
  ? Body
  : never;

export type Session = Got<"/api/v1/session">;
export type DemoPerson = Got<"/api/v1/demo">["people"][number];
export type LineState = Got<"/api/v1/line">;

export type Conversation = Got<"/api/v1/conversations/{id}">;
export type ConversationRow = Rows<"/api/v1/conversations">;
export type ConversationOwner = Conversation["owner"];
export type ConversationChange = Given<paths["/api/v1/conversations/{id}"]["patch"]>;
export type TimelineItem = Rows<"/api/v1/conversations/{id}/timeline">;
export type MessageItem = Extract<TimelineItem, { kind: "message" }>;
export type Explanation = Got<"/api/v1/messages/{id}/why">;
export type SearchHit = Rows<"/api/v1/search">;

export type Contact = Got<"/api/v1/contacts/{id}">;
export type ContactChange = Given<paths["/api/v1/contacts/{id}"]["patch"]>;

export type Comparison = Rows<"/api/v1/reconciliation">;
export type Call = Rows<"/api/v1/calls">;
export type LiveCall = Rows<"/api/v1/calls/live">;
export type Story = Got<"/api/v1/calls/{id}/story">;
export type StoryEntry = Story["entries"][number];

export type Lead = Rows<"/api/v1/leads">;
export type LeadStatus = Lead["status"];
export type LeadChange = Given<paths["/api/v1/leads/{id}"]["patch"]>;

export type Appointment = Rows<"/api/v1/appointments">;
export type NewAppointment = Given<paths["/api/v1/appointments"]["post"]>;
export type AppointmentMark = Given<paths["/api/v1/appointments/{id}"]["patch"]>["status"];
export type Slot = Rows<"/api/v1/availability">;

export type Business = Got<"/api/v1/business">;
export type BusinessChange = Given<paths["/api/v1/business"]["patch"]>;
export type Settings = Got<"/api/v1/settings">;
export type SettingsChange = Given<paths["/api/v1/settings"]["patch"]>;
export type OpeningHours = Settings["business_hours"];
export type Weekday = keyof OpeningHours;
export type TemplateName = keyof Given<paths["/api/v1/settings/preview"]["post"]>;
export type PhoneLine = Rows<"/api/v1/numbers">;
export type PhoneLineChange = Given<paths["/api/v1/numbers/{id}"]["patch"]>;
export type ExcludedCaller = Rows<"/api/v1/excluded-callers">;
export type NewExcludedCaller = Given<paths["/api/v1/excluded-callers"]["post"]>;

/** What the server says over the socket when something changed; the page asks again. */
export interface Nudge {
  topic: string;
  id: string;
}
