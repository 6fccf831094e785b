import { CircleAlert, CircleCheck, Hourglass } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changePhoneLine, phoneLinesQuery } from "../../../../api/settings.ts";
import type { PhoneLine } from "../../../../api/types.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { Field } from "../../../../ui/field.tsx";
import { nationalPhone, typedPhone } from "../../../../ui/format/phone.ts";
import { Input, Select, TextArea } from "../../../../ui/input.tsx";
import { PhoneNumber } from "../../../../ui/phone-number.tsx";
import { NumberField } from "../../form/number-field.tsx";
import { SettingsForm } from "../../form/settings-form.tsx";
import { SwitchField } from "../../form/switch-field.tsx";
import { useSettingsForm } from "../../form/use-settings-form.ts";

interface NumberDraft {
  friendly_name: string;
  /** One a line. */
  forward_to: string;
  ring_strategy: PhoneLine["ring_strategy"];
  ring_timeout_seconds: number;
  screening_enabled: boolean;
}

/** How one number rings before it counts as missed. */
export function NumberForm({ line }: { line: PhoneLine }) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm<NumberDraft>({
    values: draftOf(line),
    save: (draft) => changePhoneLine(line.id, changeOf(draft)),
    stale: phoneLinesQuery.queryKey,
  });
  return (
    <section aria-label={nationalPhone(line.phone_number)} className="mb-6 rounded-lg border p-4">
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <h3 className="mr-auto text-title font-semibold">
          <PhoneNumber phone={line.phone_number} />
        </h3>
        {line.status === "active" ? (
          <Badge tone="talking" icon={CircleCheck}>
            {t("lineActive")}
          </Badge>
        ) : (
          <Badge tone="missed" icon={CircleAlert}>
            {t(`line_${line.status}`)}
          </Badge>
        )}
        {!line.sender_registered && (
          <Badge tone="ringing" icon={Hourglass}>
            {t("senderNotRegistered")}
          </Badge>
        )}
      </div>
      <SettingsForm form={form} permission="numbers.manage">
        <div className="flex flex-col gap-4">
          <Field label={t("friendlyName")} isOptional>
            {(control) => <Input {...control} {...form.register("friendly_name")} />}
          </Field>
          <Field
            label={t("forwardTo")}
            hint={t("forwardToHint")}
            error={form.formState.errors.forward_to && t("phonesNeeded")}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                {...form.register("forward_to", {
                  validate: (typed) => linesOf(typed).every((one) => typedPhone(one) !== null),
                })}
              />
            )}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t("ringStrategy")}>
              {(control) => (
                <Select {...control} {...form.register("ring_strategy")}>
                  <option value="together">{t("ringTogether")}</option>
                  <option value="in_turn">{t("ringInTurn")}</option>
                </Select>
              )}
            </Field>
            <NumberField
              form={form}
              name="ring_timeout_seconds"
              label={t("ringTimeout")}
              hint={t("ringTimeoutHint")}
              min={5}
              max={120}
            />
          </div>
          <SwitchField
            control={form.control}
            name="screening_enabled"
            label={t("screening")}
            hint={t("screeningHint")}
          />
        </div>
      </SettingsForm>
    </section>
  );
}

const linesOf = (typed: string): string[] => typed.split("\n").filter((one) => one.trim() !== "");

const draftOf = (line: PhoneLine): NumberDraft => ({
  friendly_name: line.friendly_name ?? "",
  forward_to: line.forward_to.map(nationalPhone).join("\n"),
  ring_strategy: line.ring_strategy,
  ring_timeout_seconds: line.ring_timeout_seconds,
  screening_enabled: line.screening_enabled,
});

const changeOf = ({ friendly_name, forward_to, ...draft }: NumberDraft) => ({
  ...draft,
  friendly_name: friendly_name || null,
  forward_to: linesOf(forward_to).map((one) => typedPhone(one) ?? one),
});
