import type { StoryEntry } from "../api/types.ts";

const finalDelivery = new Set(["delivered", "undelivered", "failed"]);

/** What comes in about texts stands in the story as their deliveries, or as what the customer wrote. */
const isAboutText = (subject: unknown): boolean => typeof subject === "string" && /^(SM|MM|texts from )/.test(subject);

function matters({ kind, data, sentence }: StoryEntry): boolean {
  switch (kind) {
    case "event":
    case "job":
      return false;
    case "webhook":
      return !isAboutText(data["subject"]);
    case "send":
      return !("body" in data);
    case "delivery":
      return finalDelivery.has(sentence.toLowerCase());
    default:
      return true;
  }
}

/** The steps that tell the story: what arrived, was decided, written, delivered; not how it works inside, nothing twice. */
export const whatMatters = (entries: readonly StoryEntry[]): StoryEntry[] => entries.filter(matters);
