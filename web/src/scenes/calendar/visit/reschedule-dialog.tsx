import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rescheduleAppointment } from "../../../api/appointments.ts";
import type { Appointment } from "../../../api/types.ts";
import { failureSentence } from "../../../shell/query-client.ts";
import { Button } from "../../../ui/button.tsx";
import { usePlace } from "../../../ui/clock.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { clockTime, shortDay } from "../../../ui/format/time.ts";
import { say } from "../../../ui/toaster.tsx";
import { type Chosen, SlotPicker } from "../booking/slot-picker.tsx";
import { dayIn } from "../days.ts";
import { Told } from "./told.tsx";

/** Where a visit was dropped on the board. */
export interface Proposal {
  visit: Appointment;
  scheduled_start: string;
  resource: Appointment["resource"];
}

interface RescheduleDialogProps {
  visit: Appointment;
  proposal?: Proposal;
  onClose: () => void;
}

/** Moves a visit to another time: to where it was dropped, or to one that is chosen here. */
export function RescheduleDialog({ visit, proposal, onClose }: RescheduleDialogProps) {
  const { t } = useTranslation("calendar");
  const place = usePlace();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<Chosen | null>(
    proposal ? { scheduled_start: proposal.scheduled_start, resource_id: proposal.resource.id } : null,
  );
  const move = useMutation({
    mutationFn: (slot: Chosen) => rescheduleAppointment(visit.id, slot),
    meta: { showsFailure: true },
    onSuccess: async () => {
      say(t("moved"));
      onClose();
      await client.invalidateQueries({ queryKey: ["appointments"] });
    },
  });
  const minutes = (Date.parse(visit.scheduled_end) - Date.parse(visit.scheduled_start)) / 60_000;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t("move")}
      description={<Told visit={visit} />}
      actions={
        <>
          <Button onClick={onClose}>{t("keep")}</Button>
          <Button look="primary" disabled={!chosen || move.isPending} onClick={() => chosen && move.mutate(chosen)}>
            {t("move")}
          </Button>
        </>
      }
    >
      {move.isError && <Failure>{failureSentence(move.error)}</Failure>}
      {proposal ? (
        <p className="text-reading">
          {t("moveTo", {
            day: shortDay(proposal.scheduled_start, place),
            time: clockTime(proposal.scheduled_start, place),
            name: proposal.resource.name,
          })}
        </p>
      ) : (
        <SlotPicker
          firstDay={dayIn(visit.scheduled_start, place.zone)}
          durationMinutes={minutes}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </Dialog>
  );
}
