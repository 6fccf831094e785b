import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, onPreferences, preferences } from "../preferences.ts";
import type { en } from "./en/index.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "frame";
    resources: typeof en;
  }
}

/** Every word of the page in another language: the same keys, other sentences. */
export type Words = { [Room in keyof typeof en]: { [Key in keyof (typeof en)[Room]]: string } };

const load = {
  en: async () => (await import("./en/index.ts")).en,
  es: async () => (await import("./es/index.ts")).es,
} satisfies Record<Language, () => Promise<Words>>;

export const localeOf = (language: string): string => (language === "es" ? "es-US" : "en-US");

const wanted = (): Language => preferences().language ?? (navigator.language.startsWith("es") ? "es" : "en");

async function speak(language: Language): Promise<void> {
  for (const [room, words] of Object.entries(await load[language]())) i18next.addResourceBundle(language, room, words);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Loads the words of the chosen language, and of another one when it is chosen later. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: wanted(),
    defaultNS: "frame",
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await speak(wanted());
  onPreferences(() => {
    if (wanted() !== i18next.language) void speak(wanted());
  });
}
