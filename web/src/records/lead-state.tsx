import {
  CalendarCheck,
  Check,
  CircleDot,
  CircleX,
  FileText,
  type LucideIcon,
  MessageCircle,
  Siren,
  UserCheck,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import type { LeadStatus } from "../api/types.ts";
import { Badge, type Tone } from "../ui/badge.tsx";

const looks: Record<LeadStatus, { tone: Tone; icon: LucideIcon }> = {
  new: { tone: "human", icon: CircleDot },
  contacted: { tone: "neutral", icon: MessageCircle },
  qualified: { tone: "neutral", icon: UserCheck },
  quoted: { tone: "neutral", icon: FileText },
  scheduled: { tone: "talking", icon: CalendarCheck },
  converted: { tone: "talking", icon: Check },
  lost: { tone: "missed", icon: CircleX },
};

const isKnown = (status: string): status is LeadStatus => status in looks;

/** How far a lead has come. */
export function LeadState({ status }: { status: string }) {
  const { t } = useTranslation("records");
  if (!isKnown(status)) return null;
  return (
    <Badge tone={looks[status].tone} icon={looks[status].icon}>
      {t(`lead_${status}`)}
    </Badge>
  );
}

/** Shown only when it is more urgent than usual. */
export function UrgencyMark({ urgency }: { urgency: string }) {
  const { t } = useTranslation("records");
  if (urgency !== "high" && urgency !== "emergency") return null;
  return (
    <Badge tone={urgency === "emergency" ? "missed" : "ringing"} icon={Siren}>
      {t(`urgency_${urgency}`)}
    </Badge>
  );
}
