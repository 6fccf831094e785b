import { createContext, type ReactNode, useContext } from "react";

/** What the design system itself says, in the language of the page. */
export interface UiWords {
  close: string;
  loading: string;
  optional: string;
  tryAgain: string;
}

interface UiLanguage {
  locale: string;
  words: UiWords;
}

const LanguageContext = createContext<UiLanguage>({
  locale: "en-US",
  words: { close: "Close", loading: "Loading", optional: "optional", tryAgain: "Try again" },
});

export function UiLanguageProvider({ children, ...language }: UiLanguage & { children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export const useUiLanguage = (): UiLanguage => useContext(LanguageContext);
