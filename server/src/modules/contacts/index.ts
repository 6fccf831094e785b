export { type Activity, completeActivity, createActivity, createActivityOnce, type NewActivity } from "./activities.ts";
export {
  type Contact,
  type ContactChanges,
  findContactByPhone,
  findOrCreateContact,
  getContact,
  type NewContact,
  updateContact,
} from "./contacts.ts";
export { type LineType, lineTypeOf, rememberLineType } from "./line-type.ts";
export { listContacts } from "./queries.ts";
