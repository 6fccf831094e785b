import type { Context, Intent } from "../contract.ts";
import type { Message } from "../text/message.ts";

/** What answers each question that the business asks. */
const answers: Partial<Record<Context, readonly Intent[]>> = {
  problem: ["give_problem"],
  address: ["give_address"],
  time: ["give_time", "choose_slot"],
  slot_choice: ["choose_slot", "give_time", "deny"],
  confirm: ["confirm", "deny", "reschedule", "cancel"],
  name: ["give_name"],
};

/**
 * How sure the rules are, 0 to 1: high for keywords and for answers to what was asked, lower for long messages of which
 * little was understood.
 */
export function confidenceOf(message: Message, intents: readonly Intent[], context: Context): number {
  if (intents.some((intent) => intent === "stop" || intent === "start" || intent === "help")) return 0.97;
  if (intents.includes("other")) return message.tokens.length === 0 ? 0.1 : 0.3;
  if (answers[context]?.some((intent) => intents.includes(intent))) return 0.95;
  const words = message.tokens.length;
  return Math.max(0.55, Math.round((0.9 - 0.008 * Math.max(0, words - 12 * intents.length)) * 100) / 100);
}
