import { type LucideIcon, Phone, PhoneCall, PhoneIncoming, PhoneMissed, PhoneOutgoing, Voicemail } from "lucide-react";
import { useTranslation } from "react-i18next";
import { State, type Tone } from "../ui/badge.tsx";

export interface CallFacts {
  direction: "inbound" | "outbound";
  missed: boolean | null;
  missed_reason: string | null;
  status: string;
}

type Way = "missed" | "voicemail" | "answered" | "undecided" | "outgoing" | "ringing" | "talking";

/** How a call went, of what the ledger knows about it. */
export function wayOf({ direction, missed, missed_reason, status }: CallFacts): Way {
  if (missed === true) return missed_reason === "voicemail" ? "voicemail" : "missed";
  if (direction === "outbound") return "outgoing";
  if (status === "ringing" || status === "queued" || status === "initiated") return "ringing";
  if (status === "in-progress") return "talking";
  return missed === null ? "undecided" : "answered";
}

const looks: Record<Way, { tone: Tone; icon: LucideIcon }> = {
  missed: { tone: "missed", icon: PhoneMissed },
  voicemail: { tone: "missed", icon: Voicemail },
  answered: { tone: "neutral", icon: PhoneIncoming },
  undecided: { tone: "neutral", icon: Phone },
  outgoing: { tone: "neutral", icon: PhoneOutgoing },
  ringing: { tone: "ringing", icon: PhoneIncoming },
  talking: { tone: "talking", icon: PhoneCall },
};

/** How a call went: icon, colour and word. */
export function CallState({ call }: { call: CallFacts }) {
  const { t } = useTranslation("records");
  const way = wayOf(call);
  return (
    <State tone={looks[way].tone} icon={looks[way].icon}>
      {t(`call_${way}`)}
    </State>
  );
}
