import { Plus, Trash2 } from "lucide-react";
import { changeSettings } from "../../api/settings.ts";
import type { Settings, Weekday } from "../../api/types.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Input } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { Switch } from "../../ui/switch.tsx";
import { SectionForm } from "./section-form.tsx";
import { useDraft } from "./use-draft.ts";
import { settingsWords } from "./words.ts";

const WEEKDAYS: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const USUAL = { open: "09:00", close: "17:00" };

export function Hours({ settings }: { settings: Settings }) {
  const words = settingsWords(useUiLanguage().locale);
  const { draft, change, isChanged, discard } = useDraft({
    business_hours: settings.business_hours,
    holidays: settings.holidays,
  });
  const setDay = (day: Weekday, hours: { open: string; close: string } | null) =>
    change({ business_hours: { ...draft.business_hours, [day]: hours } });
  const setHoliday = (index: number, fields: Partial<{ date: string; name: string }>) =>
    change({ holidays: draft.holidays.map((holiday, at) => (at === index ? { ...holiday, ...fields } : holiday)) });
  return (
    <SectionForm
      title={words.sections.hours}
      isChanged={isChanged}
      onSave={() => changeSettings(draft)}
      onDiscard={discard}
      refreshes={["settings"]}
    >
      <ul className="divide-y rounded-lg border bg-surface">
        {WEEKDAYS.map((day) => {
          const hours = draft.business_hours[day];
          return (
            <li key={day} className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
              <div className="w-44">
                <Switch
                  label={words.weekdays[day]}
                  isOn={hours !== null}
                  onChange={(isOpen) => setDay(day, isOpen ? USUAL : null)}
                />
              </div>
              {hours === null ? (
                <p className="text-base text-ink-faint">{words.closed}</p>
              ) : (
                <div className="flex items-center gap-2">
                  <Input
                    type="time"
                    aria-label={words.opens(words.weekdays[day])}
                    value={hours.open}
                    onChange={(event) => setDay(day, { ...hours, open: event.target.value })}
                  />
                  <span aria-hidden>–</span>
                  <Input
                    type="time"
                    aria-label={words.closes(words.weekdays[day])}
                    value={hours.close}
                    onChange={(event) => setDay(day, { ...hours, close: event.target.value })}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <div className="flex flex-col gap-2">
        <h3 className="text-reading font-semibold">{words.holidays}</h3>
        {draft.holidays.map((holiday, index) => (
          // The list is edited in place: a holiday is where it stands.
          <div key={`holiday-${draft.holidays.length}-${index.toString()}`} className="flex items-center gap-2">
            <Input
              type="date"
              className="max-w-44"
              aria-label={words.holidayDate}
              value={holiday.date}
              onChange={(event) => setHoliday(index, { date: event.target.value })}
            />
            <Input
              aria-label={words.holidayName}
              value={holiday.name}
              onChange={(event) => setHoliday(index, { name: event.target.value })}
            />
            <IconButton
              label={words.remove(holiday.name || holiday.date)}
              onClick={() => change({ holidays: draft.holidays.filter((_one, at) => at !== index) })}
            >
              <Trash2 />
            </IconButton>
          </div>
        ))}
        <Button
          className="self-start"
          onClick={() => change({ holidays: [...draft.holidays, { date: "", name: "" }] })}
        >
          <Plus aria-hidden />
          {words.addHoliday}
        </Button>
      </div>
    </SectionForm>
  );
}
