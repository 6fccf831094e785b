import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import { appointmentsQuery } from "../../api/appointments.ts";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay, useSession } from "../../shell/session.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useNow } from "../../ui/clock.tsx";
import { Failure } from "../../ui/failure.tsx";
import { longDay } from "../../ui/format/time.ts";
import { IconButton } from "../../ui/icon-button.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { AppointmentDrawer } from "./appointment-drawer.tsx";
import { BookDialog } from "./book-dialog.tsx";
import { DayBoard } from "./day-board.tsx";
import { addDays, startOf, today, weekOf } from "./days.ts";
import { WeekBoard } from "./week-board.tsx";
import { calendarWords } from "./words.ts";

const route = getRouteApi("/inside/calendar");

/** The day with a column a technician, or the week; visits open beside it. */
export function Calendar() {
  const { locale } = useUiLanguage();
  const words = calendarWords(locale);
  const zone = useSession().tenant.timezone;
  const now = useNow();
  const mayBook = useMay("appointments.manage");
  const { show, date, appointment, book } = route.useSearch();
  const navigate = route.useNavigate();
  const day = date ?? today(zone, now);
  const isWeek = show === "week";
  const days = isWeek ? weekOf(day) : [day];
  const visits = useQuery(
    appointmentsQuery(startOf(days[0] ?? day, zone), startOf(addDays(days.at(-1) ?? day, 1), zone)),
  );
  const live = (visits.data?.data ?? []).filter((visit) => visit.status !== "cancelled");
  const go = (to: string) => void navigate({ search: (now) => ({ ...now, date: to }) });
  const open = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, appointment: id }) });

  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader
        title={words.title}
        actions={
          mayBook && (
            <Button look="primary" onClick={() => void navigate({ search: (now) => ({ ...now, book: "new" }) })}>
              <CalendarPlus aria-hidden />
              {words.book}
            </Button>
          )
        }
      >
        <div className="flex items-center gap-1">
          <IconButton label={words.before} onClick={() => go(addDays(day, isWeek ? -7 : -1))}>
            <ChevronLeft />
          </IconButton>
          <Button size="small" onClick={() => go(today(zone, now))}>
            {words.today}
          </Button>
          <IconButton label={words.after} onClick={() => go(addDays(day, isWeek ? 7 : 1))}>
            <ChevronRight />
          </IconButton>
          <p className="ml-2 text-reading font-medium">{longDay(startOf(days[0] ?? day, zone), { locale, zone })}</p>
        </div>
        <Choice
          label={words.title}
          value={isWeek ? "week" : "day"}
          options={[
            { value: "day", label: words.day },
            { value: "week", label: words.week },
          ]}
          onChange={(value) =>
            void navigate({ search: (now) => ({ ...now, show: value === "week" ? "week" : undefined }) })
          }
        />
      </PageHeader>
      {visits.error && <Failure onRetry={() => void visits.refetch()}>{failureSentence(visits.error)}</Failure>}
      <div className="min-h-0 flex-1 overflow-auto">
        {isWeek ? (
          <WeekBoard days={days} zone={zone} visits={live} words={words} onOpen={open} />
        ) : (
          <DayBoard zone={zone} visits={live} isLoading={visits.isPending} words={words} onOpen={open} />
        )}
      </div>
      {appointment !== undefined && (
        <AppointmentDrawer id={appointment} words={words} onClose={() => open(undefined)} />
      )}
      {book !== undefined && (
        <BookDialog
          day={day}
          zone={zone}
          words={words}
          onClose={() => void navigate({ search: (now) => ({ ...now, book: undefined }) })}
        />
      )}
    </div>
  );
}
