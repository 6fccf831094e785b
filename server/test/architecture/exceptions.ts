/** What deviates from the rules of the schema, each with its reason. A reason that is no longer needed fails the tests. */
type Exceptions = Readonly<Record<string, string>>;

/** Unique keys without tenant_id in front. */
export const UNIQUE_ACROSS_TENANTS: Exceptions = {
  user_sessions_pkey: "a session is found before it is known whose it is",
  user_sessions_token_hash_key: "a session is found before it is known whose it is",
  telephony_accounts_account_sid_key: "a carrier account belongs to one business",
  phone_numbers_phone_number_key: "a number rings in one business",
  phone_numbers_phone_number_sid_key: "the carrier's SID is unique by itself",
  phone_numbers_hook_token_key: "the token of a webhook's address chooses the business",
  messaging_services_messaging_service_sid_key: "the carrier's SID is unique by itself",
  outbound_messages_message_sid_key: "the carrier's SID is unique by itself",
  messages_message_sid_key: "the carrier's SID is unique by itself",
};

/** Foreign keys of tenant-owned tables without tenant_id in front. */
export const FOREIGN_KEYS_TO_PEOPLE: Exceptions = {
  user_profiles_user_id_fkey: "a person exists once, for several businesses",
  user_sessions_user_id_fkey: "a person exists once, for several businesses",
};

/** Tables that belong to no business. */
export const TABLES_WITHOUT_TENANT: Exceptions = {
  tenants: "the businesses themselves: their id is the tenant",
  users: "a person exists once, for several businesses",
  webhook_refusals: "a refused webhook belongs to nobody",
  sign_in_attempts: "counted before it is known who somebody is, by digest",
  unprompted_texts: "counts texts to a phone over all businesses, by digest",
  silent_workers: "who is at the jobs of all businesses",
};

/** Tables on which row-level security is not forced on the owner. */
export const NOT_FORCED: Exceptions = {
  unprompted_texts: "reached through a function of the owner only; nobody else has rights on it",
};

/** What the role that works across tenants may do; nothing else, anywhere. */
export const RIGHTS_ACROSS_TENANTS: Readonly<Record<string, string>> = {
  business_settings: "insert select",
  number_facts: "select",
  number_route_facts: "select",
  phone_numbers: "select update",
  repairs: "delete select",
  sign_in_attempts: "delete insert select update",
  silent_workers: "delete insert select",
  telephony_accounts: "select",
  tenant_facts: "select",
  tenants: "insert select update",
  timers: "delete select update",
  user_profiles: "insert select update",
  user_sessions: "delete insert select update",
  users: "insert select update",
  webhook_arrivals: "usage",
  webhook_inbox: "insert select update",
  webhook_receipts: "delete insert select update",
  webhook_refusals: "insert select update",
};

/** Tables whose rows are never changed or removed. */
export const APPEND_ONLY = [
  "audit_logs",
  "call_events",
  "consents",
  "events",
  "message_events",
  "opt_outs",
  "send_decisions",
] as const;
