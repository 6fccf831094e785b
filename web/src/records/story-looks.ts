import {
  ArrowDownToLine,
  CalendarCheck,
  CheckCheck,
  CircleDot,
  Cog,
  Contact,
  type LucideIcon,
  MessageSquare,
  Scale,
  Send,
} from "lucide-react";
import type { StoryEntry } from "../api/types.ts";

const neutral = "bg-surface-selected text-ink-soft";

/** The mark of each kind of step. Colour only where a machine decided or spoke, or where something was reached. */
export const storyLooks: Record<StoryEntry["kind"], { icon: LucideIcon; tone: string }> = {
  webhook: { icon: ArrowDownToLine, tone: neutral },
  event: { icon: CircleDot, tone: neutral },
  job: { icon: Cog, tone: neutral },
  decision: { icon: Scale, tone: "bg-automated-soft text-automated" },
  send: { icon: Send, tone: "bg-automated-soft text-automated" },
  message: { icon: MessageSquare, tone: neutral },
  delivery: { icon: CheckCheck, tone: "bg-talking-soft text-talking" },
  appointment: { icon: CalendarCheck, tone: "bg-talking-soft text-talking" },
  lead: { icon: Contact, tone: "bg-human-soft text-human" },
};
