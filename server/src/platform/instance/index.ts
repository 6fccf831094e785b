export { claimInstance, type InstanceClaim, runningInstance } from "./claim.ts";
export { listenOnFreePort } from "./listen.ts";
export { isRefusal, type Refusal } from "./refusal.ts";
export { onStopRequest } from "./stop-request.ts";
