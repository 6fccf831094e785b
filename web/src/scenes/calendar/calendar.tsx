import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { appointmentsQuery } from "../../api/appointments.ts";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { usePlace } from "../../ui/clock.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Agenda } from "./agenda/agenda.tsx";
import { Board } from "./board/board.tsx";
import { BoardSkeleton } from "./board/board-skeleton.tsx";
import { BookDialog } from "./booking/book-dialog.tsx";
import { addDays, dayStart } from "./days.ts";
import { Toolbar } from "./toolbar.tsx";
import { useShownDays } from "./use-shown-days.ts";
import { VisitDrawer } from "./visit/visit-drawer.tsx";

/** The day with a column a technician, or the week with a column a day. */
export function Calendar() {
  const { t } = useTranslation("calendar");
  const { zone } = usePlace();
  const navigate = useNavigate();
  const search = useSearch({ from: "/inside/calendar" });
  const shown = useShownDays();
  const mayManage = useMay("appointments.manage");
  const from = dayStart(shown.days[0] ?? shown.day, zone);
  const to = dayStart(addDays(shown.days.at(-1) ?? shown.day, 1), zone);
  const { data, error, refetch } = useQuery(appointmentsQuery(from, to));
  const open = (change: { appointment?: string; book?: string }) =>
    void navigate({ to: ".", search: { show: search.show, date: search.date, ...change }, replace: true });
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          mayManage && (
            <Button look="primary" onClick={() => open({ book: "new" })}>
              <CalendarPlus aria-hidden />
              {t("book")}
            </Button>
          )
        }
      />
      <Toolbar shown={shown} />
      {error && <Failure onRetry={() => void refetch()}>{failureSentence(error)}</Failure>}
      {!data && !error && <BoardSkeleton />}
      {data && (
        <>
          <Agenda shown={shown} visits={data.data} onOpen={(id) => open({ appointment: id })} />
          <Board shown={shown} visits={data.data} onOpen={(id) => open({ appointment: id })} />
        </>
      )}
      <VisitDrawer visitId={search.appointment} onClose={() => open({})} />
      {search.book && <BookDialog contactId={search.book === "new" ? null : search.book} onClose={() => open({})} />}
    </>
  );
}
