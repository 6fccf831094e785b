import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { businessQuery, changeBusiness } from "../../../api/settings.ts";
import type { Business } from "../../../api/types.ts";
import { Field } from "../../../ui/field.tsx";
import { nationalPhone, typedPhone } from "../../../ui/format/phone.ts";
import { Input } from "../../../ui/input.tsx";
import { Loaded } from "../form/loaded.tsx";
import { NumberField } from "../form/number-field.tsx";
import { Group, Section } from "../form/section.tsx";
import { SettingsForm } from "../form/settings-form.tsx";
import { useSettingsForm } from "../form/use-settings-form.ts";

interface BusinessDraft {
  business_name: string;
  business_phone: string;
  business_email: string;
  business_address: string;
  business_zip: string;
  service_radius_miles: number;
  /** Separated by commas or spaces. */
  zip_prefixes: string;
}

/** Who the business is and how far it drives. */
export function BusinessSection() {
  const query = useQuery(businessQuery);
  return <Loaded query={query}>{(business) => <Form business={business} />}</Loaded>;
}

function Form({ business }: { business: Business }) {
  const { t } = useTranslation("settings");
  const form = useSettingsForm<BusinessDraft>({
    values: draftOf(business),
    save: (draft) => changeBusiness(changeOf(draft)),
    stale: businessQuery.queryKey,
  });
  const { errors } = form.formState;
  return (
    <Section title={t("section_area")} means={t("areaMeans")} example={<Reach draft={form.watch()} />}>
      <SettingsForm form={form} permission="settings.manage">
        <Group title={t("business")}>
          <Field label={t("businessName")} error={errors.business_name && t("needed")}>
            {(control) => <Input {...control} {...form.register("business_name", { required: true })} />}
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t("phone")} error={errors.business_phone && t("phoneNeeded")}>
              {(control) => (
                <Input
                  {...control}
                  type="tel"
                  {...form.register("business_phone", {
                    validate: (typed) => typed === "" || typedPhone(typed) !== null,
                  })}
                />
              )}
            </Field>
            <Field label={t("email")}>
              {(control) => <Input {...control} type="email" {...form.register("business_email")} />}
            </Field>
          </div>
          <div className="grid gap-4 sm:grid-cols-[1fr_120px]">
            <Field label={t("address")}>
              {(control) => <Input {...control} {...form.register("business_address")} />}
            </Field>
            <Field label={t("zip")} error={errors.business_zip && t("zipNeeded")}>
              {(control) => (
                <Input {...control} inputMode="numeric" {...form.register("business_zip", { pattern: /^(\d{5})?$/ })} />
              )}
            </Field>
          </div>
        </Group>
        <Group title={t("serviceArea")}>
          <NumberField
            form={form}
            name="service_radius_miles"
            label={t("radius")}
            hint={t("radiusHint")}
            min={1}
            max={500}
          />
          <Field
            label={t("zipPrefixes")}
            hint={t("zipPrefixesHint")}
            error={errors.zip_prefixes && t("zipPrefixesNeeded")}
            isOptional
          >
            {(control) => <Input {...control} {...form.register("zip_prefixes", { pattern: /^[\d\s,]*$/ })} />}
          </Field>
        </Group>
      </SettingsForm>
    </Section>
  );
}

/** In one sentence, who is served. */
function Reach({ draft }: { draft: BusinessDraft }) {
  const { t } = useTranslation("settings");
  const prefixes = prefixesOf(draft.zip_prefixes);
  return (
    <p className="text-base text-ink-soft">
      {t("reach", { miles: draft.service_radius_miles || "–", zip: draft.business_zip || "–" })}
      {prefixes.length > 0 && ` ${t("reachPrefixes", { prefixes: prefixes.join(", ") })}`}
    </p>
  );
}

const prefixesOf = (typed: string): string[] => typed.split(/[\s,]+/).filter((one) => one !== "");

const draftOf = (business: Business): BusinessDraft => ({
  business_name: business.business_name,
  business_phone: business.business_phone === null ? "" : nationalPhone(business.business_phone),
  business_email: business.business_email ?? "",
  business_address: business.business_address ?? "",
  business_zip: business.business_zip ?? "",
  service_radius_miles: business.service_radius_miles,
  zip_prefixes: business.allowed_zip_prefixes.join(", "),
});

const changeOf = ({ zip_prefixes, business_phone, ...draft }: BusinessDraft) => ({
  business_name: draft.business_name,
  service_radius_miles: draft.service_radius_miles,
  business_phone: typedPhone(business_phone),
  business_email: draft.business_email || null,
  business_address: draft.business_address || null,
  business_zip: draft.business_zip || null,
  allowed_zip_prefixes: prefixesOf(zip_prefixes),
});
