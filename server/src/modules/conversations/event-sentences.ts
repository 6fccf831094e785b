import { z } from "zod";

const eventData = z.object({
  reason: z.string().optional(),
  sentence: z.string().optional(),
  words: z.string().optional(),
  to: z.string().nullable().optional(),
  tag: z.string().optional(),
  urgent: z.boolean().optional(),
});

/** Why the assistant laid the pen down, by the code of the reason; another reason is said as it is. */
const HANDED_OVER: Readonly<Record<string, string>> = {
  asked_for_human: "the customer asked for a person",
  not_understood: "it did not understand the customer",
  angry: "the customer is upset",
  emergency: "it is an emergency",
  loop: "a machine seems to answer its texts",
  hourly_limit: "it has written as much as it may in an hour",
  daily_cap: "our number has sent as many texts as it may today",
};

/** An entry of a thread's log as a sentence. `name` is the person who did it; without, it happened by itself. */
export function eventSentence(type: string, data: unknown, name: string | null): string {
  const { reason = "", sentence, words, to, tag, urgent } = eventData.parse(data);
  const who = name ?? "The system";
  switch (type) {
    case "taken_over":
      return `${who} took over the conversation.`;
    case "handed_back":
      return `${who} handed the conversation back to the assistant.`;
    case "handed_over":
      return `The assistant asks for a person${urgent === true ? " at once" : ""}: ${HANDED_OVER[reason] ?? reason.replaceAll("_", " ")}.`;
    case "opted_out":
      return `The customer opted out of texts${words === undefined ? "" : `: “${words}”`}.`;
    case "opted_in":
      return `The customer wants texts again${words === undefined ? "" : `: “${words}”`}.`;
    case "not_sent":
      return sentence ?? "A text was not sent.";
    case "status_changed":
      return `${who} marked the conversation ${to}.`;
    case "priority_changed":
      return `${who} set the priority to ${to}.`;
    case "assigned":
      return `${who} gave the conversation to ${to}.`;
    case "unassigned":
      return `${who} took the conversation off the list of whoever had it.`;
    case "tag_added":
      return `${who} added the tag ${tag}.`;
    case "tag_removed":
      return `${who} removed the tag ${tag}.`;
    default:
      return `${type.replaceAll("_", " ")}.`;
  }
}
