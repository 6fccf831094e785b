export { createTenant, getBusiness, getSettings, type NewTenant } from "./business.ts";
export { type Opening, openingAt } from "./opening.ts";
export type { Business, Settings } from "./schema.ts";
