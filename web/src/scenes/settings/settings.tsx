import { useSearch } from "@tanstack/react-router";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import type { SettingsSection } from "../../shell/settings-sections.ts";
import { SectionList } from "./section-list.tsx";
import { BookingSection } from "./sections/booking-section.tsx";
import { BusinessSection } from "./sections/business-section.tsx";
import { GreetingSection } from "./sections/greeting-section.tsx";
import { HoursSection } from "./sections/hours-section.tsx";
import { NeverTextSection } from "./sections/never-text-section.tsx";
import { NumbersSection } from "./sections/numbers-section.tsx";
import { RatesSection } from "./sections/rates-section.tsx";

const sections: Record<SettingsSection, () => React.ReactNode> = {
  hours: HoursSection,
  greeting: GreetingSection,
  rates: RatesSection,
  area: BusinessSection,
  booking: BookingSection,
  numbers: NumbersSection,
  "never-text": NeverTextSection,
};

/** How the business works; each setting stands beside what it does. */
export function SettingsPage() {
  const { t } = useTranslation("settings");
  const { section } = useSearch({ from: "/inside/settings" });
  const Section = sections[section ?? "hours"];
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex min-h-0 flex-1">
        <SectionList shown={section} />
        <div className={clsx("min-w-0 flex-1 overflow-y-auto", section === undefined && "max-md:hidden")}>
          <Section key={section} />
        </div>
      </div>
    </>
  );
}
