import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { businessQuery, previewQuery } from "../../../../api/settings.ts";
import type { TemplateName } from "../../../../api/types.ts";
import { failureSentence } from "../../../../shell/query-client.ts";
import { occasionOf } from "../../occasion.ts";
import { PhoneExample } from "../../phone-example.tsx";

/** A text under way, as the customer's phone would show it. */
export function Preview({ name, text }: { name: TemplateName; text: string }) {
  const { t } = useTranslation("settings");
  const { data: business } = useQuery(businessQuery);
  const preview = useQuery({
    ...previewQuery({ [name]: useDeferredValue(text) }),
    placeholderData: keepPreviousData,
  });
  return (
    <PhoneExample title={t(name)} sender={business?.business_name ?? ""}>
      {preview.isError ? (
        <span className="text-base text-missed">{failureSentence(preview.error)}</span>
      ) : (
        (preview.data?.[occasionOf[name]] ?? "…")
      )}
    </PhoneExample>
  );
}
