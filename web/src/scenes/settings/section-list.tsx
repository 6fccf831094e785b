import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { Ban, CalendarCog, Clock, DollarSign, type LucideIcon, MapPin, MessageSquareText, Phone } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../shell/frame/search-field.tsx";
import { type SettingsSection, settingsSections } from "../../shell/settings-sections.ts";

const icons: Record<SettingsSection, LucideIcon> = {
  hours: Clock,
  greeting: MessageSquareText,
  rates: DollarSign,
  area: MapPin,
  booking: CalendarCog,
  numbers: Phone,
  "never-text": Ban,
};

/** The sections, found by what they hold; on a phone they are a page of their own. */
export function SectionList({ shown }: { shown: SettingsSection | undefined }) {
  const { t } = useTranslation("settings");
  const [words, setWords] = useState("");
  const found = settingsSections.filter((name) =>
    `${t(`section_${name}`)} ${t(`holds_${name}`)}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <nav
      aria-label={t("sections")}
      className={clsx(
        "flex w-full flex-col gap-2 overflow-y-auto p-3 md:w-64 md:shrink-0 md:border-r",
        shown && "max-md:hidden",
      )}
    >
      <div className="flex shrink-0">
        <SearchField label={t("search")} placeholder={t("search")} value={words} onChange={setWords} />
      </div>
      <ul className="flex flex-col gap-0.5">
        {found.map((name) => {
          const Icon = icons[name];
          return (
            <li key={name}>
              <Link
                to="/settings"
                search={{ section: name }}
                aria-current={(shown ?? "hours") === name ? "page" : undefined}
                className={clsx(
                  "focus-inset flex gap-2.5 rounded-md px-2 py-2 transition-colors hover:bg-surface-hover",
                  (shown ?? "hours") === name && "md:bg-surface-selected",
                )}
              >
                <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" strokeWidth={1.75} />
                <span className="min-w-0">
                  <span className="block text-base font-medium">{t(`section_${name}`)}</span>
                  <span className="block text-small text-ink-faint">{t(`holds_${name}`)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      {found.length === 0 && <p className="px-2 text-base text-ink-soft">{t("nothingFound")}</p>}
    </nav>
  );
}
