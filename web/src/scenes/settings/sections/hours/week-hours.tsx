import { type Control, Controller } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { OpeningHours, Weekday } from "../../../../api/types.ts";
import { usePlace } from "../../../../ui/clock.tsx";
import { clockTime } from "../../../../ui/format/time.ts";
import { Input } from "../../../../ui/input.tsx";
import { Switch } from "../../../../ui/switch.tsx";
import type { HoursDraft } from "../hours-section.tsx";
import { endsNextDay } from "./opening.ts";

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const satisfies Weekday[];
const usual = { open: "08:00", close: "17:00" };

/** Opening and closing time of each weekday, or closed. */
export const WeekHours = ({ control }: { control: Control<HoursDraft> }) => (
  <ul className="divide-y rounded-lg border">
    {weekdays.map((weekday) => (
      <li key={weekday} className="px-3 py-2">
        <Controller
          control={control}
          name={`business_hours.${weekday}`}
          render={({ field }) => <DayHours weekday={weekday} hours={field.value} onChange={field.onChange} />}
        />
      </li>
    ))}
  </ul>
);

interface DayHoursProps {
  weekday: Weekday;
  hours: OpeningHours[Weekday];
  onChange: (hours: OpeningHours[Weekday]) => void;
}

function DayHours({ weekday, hours, onChange }: DayHoursProps) {
  const { t } = useTranslation("settings");
  const day = t(`weekday_${weekday}`);
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2">
      <div className="w-full sm:w-40">
        <Switch label={day} isOn={hours !== null} onChange={(isOpen) => onChange(isOpen ? usual : null)} />
      </div>
      {hours === null ? (
        <span className="text-base text-ink-faint">{t("closed")}</span>
      ) : (
        <span className="flex items-center gap-2">
          <TimeInput
            label={t("opensAt", { day })}
            value={hours.open}
            onChange={(open) => onChange({ ...hours, open })}
          />
          <span className="text-ink-faint">{t("until")}</span>
          <TimeInput
            label={t("closesAt", { day })}
            value={hours.close}
            onChange={(close) => onChange({ ...hours, close })}
          />
        </span>
      )}
      {hours !== null && endsNextDay(hours) && <NextDay hours={hours} />}
    </div>
  );
}

/** Hours that end after midnight may be meant, or a slip. */
function NextDay({ hours: { open, close } }: { hours: { open: string; close: string } }) {
  const { t } = useTranslation("settings");
  const time = clockTime(`2026-01-01T${close}:00Z`, usePlace("UTC"));
  return (
    <span role="status" className="text-small text-ink-soft">
      {open === close ? t("openAroundTheClock") : t("closesNextDay", { time })}
    </span>
  );
}

interface TimeInputProps {
  label: string;
  value: string;
  onChange: (time: string) => void;
}

const TimeInput = ({ label, value, onChange }: TimeInputProps) => (
  <Input
    type="time"
    aria-label={label}
    value={value}
    step={900}
    onChange={(event) => event.target.value && onChange(event.target.value)}
    className="tabular !w-32"
  />
);
