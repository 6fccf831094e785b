export { claimInstance } from "./claim.ts";
export { listenOnFreePort } from "./listen.ts";
export { isRefusal } from "./refusal.ts";
export { onStopRequest } from "./stop-request.ts";
