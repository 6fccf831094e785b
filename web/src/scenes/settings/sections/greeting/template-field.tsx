import type { UseFormReturn } from "react-hook-form";
import { useTranslation } from "react-i18next";
import type { TemplateName } from "../../../../api/types.ts";
import { measureSms } from "../../../../records/sms-segments.ts";
import { Button } from "../../../../ui/button.tsx";
import { Field } from "../../../../ui/field.tsx";
import { TextArea } from "../../../../ui/input.tsx";
import type { GreetingDraft } from "../greeting-section.tsx";

interface TemplateFieldProps {
  form: Pick<UseFormReturn<GreetingDraft>, "register" | "setValue" | "formState">;
  name: TemplateName;
  text: string;
}

const words: Record<TemplateName, string[]> = {
  greeting_template: ["business_name"],
  after_hours_template: ["business_name"],
  holiday_template: ["business_name", "holiday"],
};

/** The wording of one text, with the words that are filled in and what it takes on the wire. */
export function TemplateField({ form, name, text }: TemplateFieldProps) {
  const { t } = useTranslation("settings");
  const { segments, costly } = measureSms(text);
  const insert = (word: string) =>
    form.setValue(name, `${text.trimEnd()} {{${word}}}`, { shouldDirty: true, shouldValidate: true });
  return (
    <Field
      label={t(name)}
      error={form.formState.errors[name]?.message}
      hint={`${t("takes", { count: segments })}${costly === null ? "" : ` ${t("costly", { character: costly })}`}`}
    >
      {(control) => (
        <>
          <TextArea
            {...control}
            rows={3}
            {...form.register(name, {
              minLength: { value: 10, message: t("templateLength") },
              maxLength: { value: 500, message: t("templateLength") },
              validate: (typed) => typed.includes("{{business_name}}") || t("templateName"),
            })}
          />
          <span className="flex flex-wrap gap-1">
            {words[name].map((word) => (
              <Button key={word} size="small" look="secondary" onClick={() => insert(word)}>
                {t("insert", { word: t(`word_${word === "holiday" ? "holiday" : "business_name"}`) })}
              </Button>
            ))}
          </span>
        </>
      )}
    </Field>
  );
}
