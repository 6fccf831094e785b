import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { appointmentQuery, cancelAppointment, markAppointment, rescheduleAppointment } from "../../api/appointments.ts";
import type { Appointment } from "../../api/types.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { usePlace } from "../../ui/clock.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { money } from "../../ui/format/money.ts";
import { nationalPhone } from "../../ui/format/phone.ts";
import { longDay, timeRange } from "../../ui/format/time.ts";
import { Input } from "../../ui/input.tsx";
import { Bone, Skeleton } from "../../ui/skeleton.tsx";
import { SlotPicker } from "./slot-picker.tsx";
import type { CalendarWords } from "./words.ts";

type Deed = "move" | "cancel" | null;

/** A visit in detail, and what can be done with it. */
export function AppointmentDrawer({ id, words, onClose }: { id: string; words: CalendarWords; onClose: () => void }) {
  const visit = useQuery(appointmentQuery(id));
  const title = visit.data?.contact.name ?? visit.data?.service_type ?? words.title;
  return (
    <Drawer isOpen onClose={onClose} title={title}>
      {visit.error && <Failure onRetry={() => void visit.refetch()}>{failureSentence(visit.error)}</Failure>}
      {visit.data ? (
        <Details visit={visit.data} words={words} />
      ) : (
        <Skeleton className="flex flex-col gap-3">
          <Bone className="h-6 w-52" />
          <Bone className="h-24 w-full" />
        </Skeleton>
      )}
    </Drawer>
  );
}

function Details({ visit, words }: { visit: Appointment; words: CalendarWords }) {
  const place = usePlace(visit.timezone);
  const mayManage = useMay("appointments.manage");
  const isOpen = !["completed", "cancelled", "no_show"].includes(visit.status);
  return (
    <div className="flex flex-col gap-5">
      <div>
        <p className="text-reading font-medium">{longDay(visit.scheduled_start, place)}</p>
        <p className="text-reading">{words.arrives(timeRange(visit.window_start, visit.window_end, place))}</p>
        <p className="mt-1 text-base text-ink-soft">
          {words.status[visit.status]} · {words.bookedBy[visit.booked_by]}
        </p>
      </div>
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-2 text-base">
        <Row term={words.service}>{visit.service_type}</Row>
        {visit.problem_description && <Row term={words.problem}>{visit.problem_description}</Row>}
        {visit.address && <Row term={words.address}>{visit.address}</Row>}
        {visit.contact.phone && <Row term={words.phone}>{nationalPhone(visit.contact.phone)}</Row>}
        <Row term={words.technician}>{visit.resource.name}</Row>
        {visit.estimated_cost_min && visit.estimated_cost_max && (
          <Row term={words.estimate}>
            {money(visit.estimated_cost_min, visit.currency, place.locale, true)} –{" "}
            {money(visit.estimated_cost_max, visit.currency, place.locale, true)}
          </Row>
        )}
      </dl>
      {visit.conversation_id && (
        <Link
          to="/inbox/$conversationId"
          params={{ conversationId: visit.conversation_id }}
          search={{ view: undefined, q: undefined }}
          className="text-base text-human underline underline-offset-2"
        >
          {words.openThread}
        </Link>
      )}
      {mayManage && isOpen && <Deeds visit={visit} words={words} />}
    </div>
  );
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Deeds({ visit, words }: { visit: Appointment; words: CalendarWords }) {
  const client = useQueryClient();
  const [deed, setDeed] = useState<Deed>(null);
  const [reason, setReason] = useState("");
  const settled = {
    meta: { showsFailure: true },
    onSuccess: async () => {
      setDeed(null);
      await client.invalidateQueries({ queryKey: ["appointments"] });
    },
  };
  const move = useMutation({
    mutationFn: (slot: { start: string; resource_id: string }) =>
      rescheduleAppointment(visit.id, { scheduled_start: slot.start, resource_id: slot.resource_id }),
    ...settled,
  });
  const cancel = useMutation({ mutationFn: () => cancelAppointment(visit.id, reason), ...settled });
  const mark = useMutation({
    mutationFn: (status: "completed" | "no_show") => markAppointment(visit.id, status),
    ...settled,
  });
  const failure = move.error ?? cancel.error ?? mark.error;
  return (
    <div className="flex flex-col gap-3 border-t pt-4">
      {failure && <Failure>{failureSentence(failure)}</Failure>}
      {deed === null && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setDeed("move")}>{words.move}</Button>
          <Button onClick={() => mark.mutate("completed")}>{words.done}</Button>
          <Button onClick={() => mark.mutate("no_show")}>{words.noShow}</Button>
          <Button look="danger" onClick={() => setDeed("cancel")}>
            {words.cancelVisit}
          </Button>
        </div>
      )}
      {deed === "move" && (
        <>
          <p className="text-base text-ink-soft">{words.moveLead}</p>
          <SlotPicker
            label={words.newTime}
            from={visit.scheduled_start}
            zone={visit.timezone}
            durationMinutes={Math.round((Date.parse(visit.scheduled_end) - Date.parse(visit.scheduled_start)) / 60_000)}
            words={words}
            onPick={(slot) => move.mutate(slot)}
          />
          <Button onClick={() => setDeed(null)}>{words.keep}</Button>
        </>
      )}
      {deed === "cancel" && (
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            cancel.mutate();
          }}
        >
          <Field label={words.cancelReason} hint={words.moveLead}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <div className="flex gap-2">
            <Button onClick={() => setDeed(null)}>{words.keep}</Button>
            <Button type="submit" look="danger" disabled={cancel.isPending}>
              {words.cancelVisit}
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
