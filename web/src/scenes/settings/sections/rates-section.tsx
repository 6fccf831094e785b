import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { changeSettings, settingsQuery } from "../../../api/settings.ts";
import type { Settings } from "../../../api/types.ts";
import { AmountField } from "../form/amount-field.tsx";
import { Loaded } from "../form/loaded.tsx";
import { Group, Section } from "../form/section.tsx";
import { SettingsForm } from "../form/settings-form.tsx";
import { SwitchField } from "../form/switch-field.tsx";
import { useSettingsForm } from "../form/use-settings-form.ts";
import { RatesExample } from "./rates-example.tsx";

export type RatesDraft = Pick<
  Settings,
  | "base_hourly_rate"
  | "minimum_charge"
  | "diagnostic_fee"
  | "travel_fee_enabled"
  | "travel_fee_per_mile"
  | "emergency_multiplier_evening"
  | "emergency_multiplier_night"
  | "emergency_multiplier_weekend"
>;

/** What estimates are computed from; nothing else is ever quoted. */
export function RatesSection() {
  const query = useQuery(settingsQuery);
  return <Loaded query={query}>{(settings) => <Form settings={settings} />}</Loaded>;
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm<RatesDraft>({
    values: ratesOf(settings),
    save: changeSettings,
    stale: settingsQuery.queryKey,
  });
  return (
    <Section
      title={t("section_rates")}
      means={t("ratesMean", { currency: settings.currency })}
      example={<RatesExample rates={form.watch()} currency={settings.currency} />}
    >
      <SettingsForm form={form} permission="settings.manage">
        <Group title={t("work")}>
          <div className="grid gap-4 sm:grid-cols-3">
            <AmountField form={form} name="base_hourly_rate" label={t("hourlyRate")} />
            <AmountField form={form} name="minimum_charge" label={t("minimumCharge")} />
            <AmountField form={form} name="diagnostic_fee" label={t("diagnosticFee")} />
          </div>
        </Group>
        <Group title={t("travel")}>
          <SwitchField
            control={form.control}
            name="travel_fee_enabled"
            label={t("travelFee")}
            hint={t("travelFeeHint")}
          />
          {form.watch("travel_fee_enabled") && (
            <AmountField form={form} name="travel_fee_per_mile" label={t("perMile")} />
          )}
        </Group>
        <Group title={t("factors")}>
          <div className="grid gap-4 sm:grid-cols-3">
            <AmountField
              isFactor
              form={form}
              name="emergency_multiplier_evening"
              label={t("evening")}
              hint={t("eveningHint")}
            />
            <AmountField
              isFactor
              form={form}
              name="emergency_multiplier_night"
              label={t("night")}
              hint={t("nightHint")}
            />
            <AmountField
              isFactor
              form={form}
              name="emergency_multiplier_weekend"
              label={t("weekend")}
              hint={t("weekendHint")}
            />
          </div>
        </Group>
      </SettingsForm>
    </Section>
  );
}

const ratesOf = (settings: Settings): RatesDraft => ({
  base_hourly_rate: settings.base_hourly_rate,
  minimum_charge: settings.minimum_charge,
  diagnostic_fee: settings.diagnostic_fee,
  travel_fee_enabled: settings.travel_fee_enabled,
  travel_fee_per_mile: settings.travel_fee_per_mile,
  emergency_multiplier_evening: settings.emergency_multiplier_evening,
  emergency_multiplier_night: settings.emergency_multiplier_night,
  emergency_multiplier_weekend: settings.emergency_multiplier_weekend,
});
