import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeSettings, settingsQuery } from "../../../api/settings.ts";
import type { Settings, TemplateName } from "../../../api/types.ts";
import { Loaded } from "../form/loaded.tsx";
import { NumberField } from "../form/number-field.tsx";
import { Group, Section } from "../form/section.tsx";
import { SettingsForm } from "../form/settings-form.tsx";
import { SwitchField } from "../form/switch-field.tsx";
import { useSettingsForm } from "../form/use-settings-form.ts";
import { Preview } from "./greeting/preview.tsx";
import { TemplateField } from "./greeting/template-field.tsx";

export type GreetingDraft = Pick<Settings, TemplateName | "auto_response_enabled" | "text_back_window_minutes">;

const templates = ["greeting_template", "after_hours_template", "holiday_template"] as const satisfies TemplateName[];

/** What a missed caller is texted. */
export function GreetingSection() {
  const query = useQuery(settingsQuery);
  return <Loaded query={query}>{(settings) => <Form settings={settings} />}</Loaded>;
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useTranslation("settings");
  const { greeting_template, after_hours_template, holiday_template } = settings;
  const { auto_response_enabled, text_back_window_minutes } = settings;
  const form = useSettingsForm<GreetingDraft>({
    values: {
      greeting_template,
      after_hours_template,
      holiday_template,
      auto_response_enabled,
      text_back_window_minutes,
    },
    save: changeSettings,
    stale: settingsQuery.queryKey,
  });
  const draft = form.watch();
  return (
    <Section
      title={t("section_greeting")}
      means={t("greetingMeans")}
      example={templates.map((name) => <Preview key={name} name={name} text={draft[name]} />)}
    >
      <SettingsForm form={form} permission="settings.manage">
        <Group title={t("textBack")}>
          <SwitchField
            control={form.control}
            name="auto_response_enabled"
            label={t("autoResponse")}
            hint={t("autoResponseHint")}
          />
          <NumberField
            form={form}
            name="text_back_window_minutes"
            label={t("textBackWindow")}
            hint={t("textBackWindowHint")}
            min={1}
            max={1440}
          />
        </Group>
        <Group title={t("wording")}>
          {templates.map((name) => (
            <TemplateField key={name} form={form} name={name} text={draft[name]} />
          ))}
        </Group>
      </SettingsForm>
    </Section>
  );
}
