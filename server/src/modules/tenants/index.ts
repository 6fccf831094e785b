export { createTenant, getBusiness, getSettings, type NewTenant } from "./business.ts";
export { lastHeard, lineTrouble } from "./line.ts";
export { type Opening, openingAt } from "./opening.ts";
export { type Business, businessHours, type Settings } from "./schema.ts";
export { fillTemplate } from "./template.ts";
