import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { excludedCallersQuery } from "../../../api/settings.ts";
import { useMay } from "../../../shell/session.ts";
import { Loaded } from "../form/loaded.tsx";
import { Section } from "../form/section.tsx";
import { AddExcluded } from "./never-text/add-excluded.tsx";
import { ExcludedList } from "./never-text/excluded-list.tsx";

/** Family, crew, suppliers: their missed calls are never answered by a text. */
export function NeverTextSection() {
  const { t } = useTranslation("settings");
  const mayManage = useMay("excluded_callers.manage");
  const query = useQuery(excludedCallersQuery);
  return (
    <Loaded query={query}>
      {({ data }) => (
        <Section title={t("section_never-text")} means={t("neverTextMeans")}>
          <ExcludedList callers={data} mayManage={mayManage} />
          {mayManage && <AddExcluded />}
        </Section>
      )}
    </Loaded>
  );
}
