import { changeSettings } from "../../api/settings.ts";
import type { Settings } from "../../api/types.ts";
import { Field } from "../../ui/field.tsx";
import { money } from "../../ui/format/money.ts";
import { Input } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { Switch } from "../../ui/switch.tsx";
import { SectionForm } from "./section-form.tsx";
import { useDraft } from "./use-draft.ts";
import { settingsWords } from "./words.ts";

const AMOUNTS = ["base_hourly_rate", "minimum_charge", "diagnostic_fee", "travel_fee_per_mile"] as const;
const FACTORS = ["emergency_multiplier_evening", "emergency_multiplier_night", "emergency_multiplier_weekend"] as const;
const EXAMPLE = { hours: 2, miles: 10 };

export function Rates({ settings }: { settings: Settings }) {
  const { locale } = useUiLanguage();
  const words = settingsWords(locale);
  const { base_hourly_rate, minimum_charge, diagnostic_fee, travel_fee_per_mile, travel_fee_enabled } = settings;
  const { emergency_multiplier_evening, emergency_multiplier_night, emergency_multiplier_weekend } = settings;
  const { emergency_service_enabled, emergency_after_hours, emergency_phone } = settings;
  const { draft, change, isChanged, discard } = useDraft({
    base_hourly_rate,
    minimum_charge,
    diagnostic_fee,
    travel_fee_per_mile,
    travel_fee_enabled,
    emergency_multiplier_evening,
    emergency_multiplier_night,
    emergency_multiplier_weekend,
    emergency_service_enabled,
    emergency_after_hours,
    emergency_phone,
  });
  const save = () =>
    changeSettings({ ...draft, emergency_phone: draft.emergency_phone === "" ? null : draft.emergency_phone });
  const travel = draft.travel_fee_enabled ? Number(draft.travel_fee_per_mile) * EXAMPLE.miles : 0;
  const cost = (hours: number) =>
    Math.max(Number(draft.minimum_charge), Number(draft.base_hourly_rate) * hours) + travel;
  const shown = (amount: number) =>
    money(String(Number.isFinite(amount) ? amount : 0), settings.currency, locale, true);
  return (
    <SectionForm
      title={words.sections.rates}
      isChanged={isChanged}
      onSave={save}
      onDiscard={discard}
      refreshes={["settings"]}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {[...AMOUNTS, ...FACTORS].map((name) => (
          <Field key={name} label={words.rates[name]}>
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                value={draft[name]}
                onChange={(event) => change({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="rounded-md bg-surface-selected px-3 py-2 text-base text-ink-soft">
        {words.ratesExample(shown(cost(EXAMPLE.hours / 2)), shown(cost(EXAMPLE.hours)))}
      </p>
      <Switch
        label={words.travelFee}
        isOn={draft.travel_fee_enabled}
        onChange={(isOn) => change({ travel_fee_enabled: isOn })}
      />
      <Switch
        label={words.emergency}
        isOn={draft.emergency_service_enabled}
        onChange={(isOn) => change({ emergency_service_enabled: isOn })}
      />
      <Switch
        label={words.emergencyAfterHours}
        isOn={draft.emergency_after_hours}
        onChange={(isOn) => change({ emergency_after_hours: isOn })}
      />
      <Field label={words.emergencyPhone}>
        {(control) => (
          <Input
            {...control}
            type="tel"
            className="max-w-60"
            value={draft.emergency_phone ?? ""}
            onChange={(event) => change({ emergency_phone: event.target.value })}
          />
        )}
      </Field>
    </SectionForm>
  );
}
