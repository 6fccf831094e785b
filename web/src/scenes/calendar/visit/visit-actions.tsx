import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CalendarClock, CalendarX, Check, Truck, UserX, Wrench } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { markAppointment } from "../../../api/appointments.ts";
import type { Appointment, AppointmentMark } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { Button } from "../../../ui/button.tsx";
import { sayFailure, sayWithUndo } from "../../../ui/toaster.tsx";
import { CancelDialog } from "./cancel-dialog.tsx";
import { RescheduleDialog } from "./reschedule-dialog.tsx";

type Step = Extract<AppointmentMark, "en_route" | "in_progress" | "completed">;

/** What usually comes next. */
const nextStep: Partial<Record<Appointment["status"], { mark: Step; icon: typeof Truck }>> = {
  scheduled: { mark: "en_route", icon: Truck },
  confirmed: { mark: "en_route", icon: Truck },
  en_route: { mark: "in_progress", icon: Wrench },
  in_progress: { mark: "completed", icon: Check },
};

/** What can be done with a visit: the next step first, then moving and cancelling it. */
export function VisitActions({ visit }: { visit: Appointment }) {
  const { t } = useTranslation("calendar");
  const [dialog, setDialog] = useState<"move" | "cancel" | null>(null);
  const mark = useMark(visit);
  const step = nextStep[visit.status];
  if (!step) return null;
  const Icon = step.icon;
  return (
    <>
      <Button look="primary" onClick={() => mark(step.mark)}>
        <Icon aria-hidden />
        {t(`mark_${step.mark}`)}
      </Button>
      {visit.status === "en_route" && (
        <Button onClick={() => mark("no_show")}>
          <UserX aria-hidden />
          {t("mark_no_show")}
        </Button>
      )}
      <Button onClick={() => setDialog("move")}>
        <CalendarClock aria-hidden />
        {t("move")}
      </Button>
      <Button look="quiet" onClick={() => setDialog("cancel")}>
        <CalendarX aria-hidden />
        {t("cancelVisit")}
      </Button>
      {dialog === "move" && <RescheduleDialog visit={visit} onClose={() => setDialog(null)} />}
      {dialog === "cancel" && <CancelDialog visit={visit} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Marks how a visit goes, and offers to undo it. */
function useMark(visit: Appointment): (mark: AppointmentMark) => void {
  const { t } = useTranslation(["calendar", "records", "frame"]);
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (mark: AppointmentMark) => markAppointment(visit.id, mark),
    meta: { showsFailure: true },
    onError: (error) => sayFailure(failureSentence(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["appointments"] }),
  });
  return (mark) => {
    const { status } = visit;
    mutate(mark);
    if (status !== "cancelled") sayWithUndo(t(`records:appointment_${mark}`), t("frame:undo"), () => mutate(status));
  };
}
