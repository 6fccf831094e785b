import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { phoneLinesQuery } from "../../../api/settings.ts";
import { Loaded } from "../form/loaded.tsx";
import { Section } from "../form/section.tsx";
import { NumberForm } from "./numbers/number-form.tsx";

/** The business's numbers and how they ring. */
export function NumbersSection() {
  const { t } = useTranslation("settings");
  const query = useQuery(phoneLinesQuery);
  return (
    <Loaded query={query}>
      {({ data }) => (
        <Section title={t("section_numbers")} means={t("numbersMean")}>
          {data.map((line) => (
            <NumberForm key={line.id} line={line} />
          ))}
        </Section>
      )}
    </Loaded>
  );
}
