import { useTranslation } from "react-i18next";
import { MenuChoice, MenuHeading } from "../../ui/menu.tsx";
import { changePreferences, type Language, type Theme, usePreferences } from "../preferences.ts";

const languages = [
  { value: "en", label: "English" },
  { value: "es", label: "Español" },
] as const;

/** Theme and language, inside a menu. */
export function AppearanceChoices() {
  const { t, i18n } = useTranslation("frame");
  const { theme } = usePreferences();
  const themes = [
    { value: "system", label: t("themeSystem") },
    { value: "light", label: t("themeLight") },
    { value: "dark", label: t("themeDark") },
  ] as const satisfies { value: Theme; label: string }[];
  return (
    <>
      <MenuHeading>{t("theme")}</MenuHeading>
      <MenuChoice value={theme} options={themes} onChange={(chosen) => changePreferences({ theme: chosen })} />
      <MenuHeading>{t("language")}</MenuHeading>
      <MenuChoice
        value={i18n.language as Language}
        options={languages}
        onChange={(language) => changePreferences({ language })}
      />
    </>
  );
}
