import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeSettings, settingsQuery } from "../../../api/settings.ts";
import type { Settings } from "../../../api/types.ts";
import { Loaded } from "../form/loaded.tsx";
import { NumberField } from "../form/number-field.tsx";
import { Group, Section } from "../form/section.tsx";
import { SettingsForm } from "../form/settings-form.tsx";
import { SwitchField } from "../form/switch-field.tsx";
import { useSettingsForm } from "../form/use-settings-form.ts";
import { BookingExample } from "./booking-example.tsx";

const limits = {
  job_duration_minutes: [15, 720],
  travel_buffer_minutes: [0, 240],
  arrival_window_minutes: [0, 480],
  max_jobs_per_day: [1, 1000],
  max_concurrent_jobs: [1, 200],
  booking_advance_days: [1, 365],
  cancellation_window_hours: [0, 336],
  reminder_hours_before: [1, 168],
  ai_takeover_delay_seconds: [60, 1800],
} as const;

type Limited = keyof typeof limits;
export type BookingDraft = Pick<
  Settings,
  Limited | "ai_enabled" | "emergency_service_enabled" | "emergency_after_hours"
>;

const visits = ["job_duration_minutes", "travel_buffer_minutes", "arrival_window_minutes"] as const satisfies Limited[];
const capacity = ["max_jobs_per_day", "max_concurrent_jobs", "booking_advance_days"] as const satisfies Limited[];
const notice = ["reminder_hours_before", "cancellation_window_hours"] as const satisfies Limited[];

/** What the AI may do, and which times it may offer. */
export function BookingSection() {
  const query = useQuery(settingsQuery);
  return <Loaded query={query}>{(settings) => <Form settings={settings} />}</Loaded>;
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm<BookingDraft>({
    values: draftOf(settings),
    save: changeSettings,
    stale: settingsQuery.queryKey,
  });
  const number = (name: Limited) => (
    <NumberField
      key={name}
      form={form}
      name={name}
      label={t(name)}
      hint={t(`${name}_hint`)}
      min={limits[name][0]}
      max={limits[name][1]}
    />
  );
  return (
    <Section title={t("section_booking")} means={t("bookingMeans")} example={<BookingExample draft={form.watch()} />}>
      <SettingsForm form={form} permission="settings.manage">
        <Group title={t("assistant")}>
          <SwitchField control={form.control} name="ai_enabled" label={t("aiEnabled")} hint={t("aiEnabledHint")} />
          {number("ai_takeover_delay_seconds")}
        </Group>
        <Group title={t("visits")}>
          <div className="grid gap-4 sm:grid-cols-3">{visits.map(number)}</div>
        </Group>
        <Group title={t("capacity")}>
          <div className="grid gap-4 sm:grid-cols-3">{capacity.map(number)}</div>
        </Group>
        <Group title={t("notice")}>
          <div className="grid gap-4 sm:grid-cols-3">{notice.map(number)}</div>
        </Group>
        <Group title={t("emergencies")}>
          <SwitchField
            control={form.control}
            name="emergency_service_enabled"
            label={t("emergencyService")}
            hint={t("emergencyServiceHint")}
          />
          <SwitchField
            control={form.control}
            name="emergency_after_hours"
            label={t("emergencyAfterHours")}
            hint={t("emergencyAfterHoursHint")}
          />
        </Group>
      </SettingsForm>
    </Section>
  );
}

const draftOf = (settings: Settings): BookingDraft => ({
  ai_enabled: settings.ai_enabled,
  ai_takeover_delay_seconds: settings.ai_takeover_delay_seconds,
  job_duration_minutes: settings.job_duration_minutes,
  travel_buffer_minutes: settings.travel_buffer_minutes,
  arrival_window_minutes: settings.arrival_window_minutes,
  max_jobs_per_day: settings.max_jobs_per_day,
  max_concurrent_jobs: settings.max_concurrent_jobs,
  booking_advance_days: settings.booking_advance_days,
  cancellation_window_hours: settings.cancellation_window_hours,
  reminder_hours_before: settings.reminder_hours_before,
  emergency_service_enabled: settings.emergency_service_enabled,
  emergency_after_hours: settings.emergency_after_hours,
});
