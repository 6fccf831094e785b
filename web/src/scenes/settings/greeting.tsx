import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { changeSettings, previewQuery } from "../../api/settings.ts";
import type { Settings, TemplateName } from "../../api/types.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { Field } from "../../ui/field.tsx";
import { Input, TextArea } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { Switch } from "../../ui/switch.tsx";
import { SectionForm } from "./section-form.tsx";
import { useDraft } from "./use-draft.ts";
import { settingsWords } from "./words.ts";

const TEMPLATES: readonly TemplateName[] = ["greeting_template", "after_hours_template", "holiday_template"];

export function Greeting({ settings }: { settings: Settings }) {
  const words = settingsWords(useUiLanguage().locale);
  const {
    auto_response_enabled,
    ai_enabled,
    text_back_window_minutes,
    greeting_template,
    after_hours_template,
    holiday_template,
  } = settings;
  const saved = {
    auto_response_enabled,
    ai_enabled,
    text_back_window_minutes,
    greeting_template,
    after_hours_template,
    holiday_template,
  };
  const { draft, change, isChanged, discard } = useDraft(saved);
  return (
    <SectionForm
      title={words.sections.greeting}
      isChanged={isChanged}
      onSave={() => changeSettings(draft)}
      onDiscard={discard}
      refreshes={["settings"]}
    >
      <Switch
        label={words.autoResponse}
        hint={words.autoResponseHint}
        isOn={draft.auto_response_enabled}
        onChange={(isOn) => change({ auto_response_enabled: isOn })}
      />
      <Switch
        label={words.ai}
        hint={words.aiHint}
        isOn={draft.ai_enabled}
        onChange={(isOn) => change({ ai_enabled: isOn })}
      />
      <Field label={words.window}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={1440}
            className="max-w-28"
            value={draft.text_back_window_minutes}
            onChange={(event) => change({ text_back_window_minutes: event.target.valueAsNumber })}
          />
        )}
      </Field>
      {TEMPLATES.map((template) => (
        <div key={template} className="grid gap-3 md:grid-cols-2">
          <Field label={words.greetings[template]} hint={words.placeholders}>
            {(control) => (
              <TextArea
                {...control}
                rows={5}
                value={draft[template]}
                onChange={(event) => change({ [template]: event.target.value })}
              />
            )}
          </Field>
          <Preview template={template} text={draft[template]} label={words.preview} />
        </div>
      ))}
    </SectionForm>
  );
}

/** The text in a bubble, with the business's own words in it, as the server would send it. */
function Preview({ template, text, label }: { template: TemplateName; text: string; label: string }) {
  const settled = useDeferredValue(text);
  const preview = useQuery(previewQuery(template, settled));
  return (
    <div className="flex flex-col gap-1">
      <p className="text-small text-ink-faint">{label}</p>
      {preview.error ? (
        <p className="text-small text-missed">{failureSentence(preview.error)}</p>
      ) : (
        <p className="w-fit max-w-72 rounded-bubble bg-surface-selected px-3 py-1.5 text-reading wrap-anywhere">
          {preview.data?.text ?? text}
        </p>
      )}
    </div>
  );
}
