export { carrierError } from "./carrier-errors.ts";
export { isExcluded } from "./excluded-callers.ts";
export { explainDecision } from "./explain.ts";
export { requestSend } from "./request-send.ts";
export { type Explanation, explanation, type SendState, sendChanged } from "./schema.ts";
export { cancelWaiting } from "./waiting.ts";
export {
  type Correspondence,
  correspondence,
  type MessageClass,
  type RuleResult,
  type SendCondition,
  type SendConditionCheck,
  type SendDecision,
  type SendWish,
  sendConditions,
} from "./wish.ts";
