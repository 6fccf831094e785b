export { ensureLead, getLead, type LeadFields, type NewLead, updateLead } from "./leads.ts";
export { findLatestLead } from "./queries.ts";
export { type LeadResponse as Lead, leadChanged, leadCreated } from "./schema.ts";
