import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeSettings, settingsQuery } from "../../../api/settings.ts";
import type { Settings } from "../../../api/types.ts";
import { Loaded } from "../form/loaded.tsx";
import { Group, Section } from "../form/section.tsx";
import { SettingsForm } from "../form/settings-form.tsx";
import { useSettingsForm } from "../form/use-settings-form.ts";
import { Holidays } from "./hours/holidays.tsx";
import { OpenNow } from "./hours/open-now.tsx";
import { WeekHours } from "./hours/week-hours.tsx";

export type HoursDraft = Pick<Settings, "business_hours" | "holidays">;

/** When the business is open; it decides which text a missed call gets and which times can be booked. */
export function HoursSection() {
  const query = useQuery(settingsQuery);
  return <Loaded query={query}>{(settings) => <Form settings={settings} />}</Loaded>;
}

function Form({ settings: { business_hours, holidays } }: { settings: Settings }) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm<HoursDraft>({
    values: { business_hours, holidays },
    save: changeSettings,
    stale: settingsQuery.queryKey,
  });
  return (
    <Section title={t("section_hours")} means={t("hoursMean")} example={<OpenNow draft={form.watch()} />}>
      <SettingsForm form={form} permission="settings.manage">
        <Group title={t("openingHours")}>
          <WeekHours control={form.control} />
        </Group>
        <Group title={t("holidays")}>
          <Holidays control={form.control} />
        </Group>
      </SettingsForm>
    </Section>
  );
}
