import { CalendarCheck, CalendarClock, CalendarX, Check, type LucideIcon, Truck, UserX, Wrench } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Appointment } from "../api/types.ts";
import { Badge, type Tone } from "../ui/badge.tsx";

const looks: Record<Appointment["status"], { tone: Tone; icon: LucideIcon }> = {
  scheduled: { tone: "neutral", icon: CalendarClock },
  confirmed: { tone: "human", icon: CalendarCheck },
  en_route: { tone: "talking", icon: Truck },
  in_progress: { tone: "talking", icon: Wrench },
  completed: { tone: "neutral", icon: Check },
  cancelled: { tone: "missed", icon: CalendarX },
  no_show: { tone: "missed", icon: UserX },
};

const isKnown = (status: string): status is Appointment["status"] => status in looks;

/** How a visit stands. */
export function AppointmentState({ status }: { status: string }) {
  const { t } = useTranslation("records");
  if (!isKnown(status)) return null;
  return (
    <Badge tone={looks[status].tone} icon={looks[status].icon}>
      {t(`appointment_${status}`)}
    </Badge>
  );
}
