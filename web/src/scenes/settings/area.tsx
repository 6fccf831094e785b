import { changeBusiness } from "../../api/settings.ts";
import type { Business } from "../../api/types.ts";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { SectionForm } from "./section-form.tsx";
import { useDraft } from "./use-draft.ts";
import { settingsWords } from "./words.ts";

export function Area({ business }: { business: Business }) {
  const words = settingsWords(useUiLanguage().locale);
  const { draft, change, isChanged, discard } = useDraft({
    business_zip: business.business_zip ?? "",
    service_radius_miles: business.service_radius_miles,
    prefixes: business.allowed_zip_prefixes.join(", "),
  });
  const save = () =>
    changeBusiness({
      business_zip: draft.business_zip === "" ? null : draft.business_zip,
      service_radius_miles: draft.service_radius_miles,
      allowed_zip_prefixes: draft.prefixes.split(/[\s,]+/).filter((prefix) => prefix !== ""),
    });
  return (
    <SectionForm
      title={words.sections.area}
      isChanged={isChanged}
      onSave={save}
      onDiscard={discard}
      refreshes={["business"]}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.area.business_zip}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              maxLength={5}
              value={draft.business_zip}
              onChange={(event) => change({ business_zip: event.target.value })}
            />
          )}
        </Field>
        <Field label={words.area.service_radius_miles}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={500}
              value={draft.service_radius_miles}
              onChange={(event) => change({ service_radius_miles: event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <Field label={words.area.allowed_zip_prefixes}>
        {(control) => (
          <Input {...control} value={draft.prefixes} onChange={(event) => change({ prefixes: event.target.value })} />
        )}
      </Field>
      <p className="rounded-md bg-surface-selected px-3 py-2 text-base text-ink-soft">
        {words.areaExample(draft.business_zip || "—", String(draft.service_radius_miles))}
      </p>
    </SectionForm>
  );
}
