import { changeSettings } from "../../api/settings.ts";
import type { Settings } from "../../api/types.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { SectionForm } from "./section-form.tsx";
import { useDraft } from "./use-draft.ts";
import { settingsWords } from "./words.ts";

const FIELDS = [
  "job_duration_minutes",
  "travel_buffer_minutes",
  "arrival_window_minutes",
  "booking_advance_days",
  "max_jobs_per_day",
  "max_concurrent_jobs",
  "reminder_hours_before",
  "cancellation_window_hours",
] as const;

export function Booking({ settings }: { settings: Settings }) {
  const words = settingsWords(useUiLanguage().locale);
  const saved: Record<(typeof FIELDS)[number], number> = settings;
  const { draft, change, isChanged, discard } = useDraft(
    Object.fromEntries(FIELDS.map((name) => [name, saved[name]])) as typeof saved,
  );
  return (
    <SectionForm
      title={words.sections.booking}
      isChanged={isChanged}
      onSave={() => changeSettings(draft)}
      onDiscard={discard}
      refreshes={["settings"]}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {FIELDS.map((name) => (
          <Field key={name} label={words.booking[name]}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                value={draft[name]}
                onChange={(event) => change({ [name]: event.target.valueAsNumber })}
              />
            )}
          </Field>
        ))}
      </div>
    </SectionForm>
  );
}
