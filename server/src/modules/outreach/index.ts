export { isExcluded } from "./excluded-callers.ts";
export { type Explanation, explainDecision } from "./explain.ts";
export { requestSend } from "./request-send.ts";
export { type SendState, sendChanged } from "./schema.ts";
export { cancelWaiting } from "./waiting.ts";
export {
  correspondence,
  type MessageClass,
  type RuleResult,
  type SendCondition,
  type SendDecision,
  type SendWish,
  sendConditions,
} from "./wish.ts";
