import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { simulatedClockQuery, watchSimulator } from "../api/simulator.ts";
import { UiClockProvider, viewerZone } from "../ui/clock.tsx";
import { UiLanguageProvider } from "../ui/language.tsx";
import { localeOf } from "./language/language.ts";
import { useMaybeSession } from "./session.ts";

/** How many ms the simulated world is ahead of this machine; 0 without a simulator. */
export function useAhead(isSimulated: boolean): number {
  const client = useQueryClient();
  const { data } = useQuery({ ...simulatedClockQuery, enabled: isSimulated });
  useEffect(() => {
    if (!isSimulated) return undefined;
    return watchSimulator(["clock.moved"], () => void client.invalidateQueries());
  }, [client, isSimulated]);
  return isSimulated ? (data?.ahead ?? 0) : 0;
}

/** Tells the design system which language, which time zone and which present the page is in: those of the business. */
export function World({ children }: { children: ReactNode }) {
  const { t, i18n } = useTranslation("frame");
  const session = useMaybeSession();
  const ahead = useAhead(session?.simulator ?? false);
  const words = { close: t("close"), loading: t("loading"), optional: t("optional"), tryAgain: t("tryAgain") };
  return (
    <UiLanguageProvider locale={localeOf(i18n.language)} words={words}>
      <UiClockProvider zone={session?.tenant.timezone ?? viewerZone} ahead={ahead}>
        {children}
      </UiClockProvider>
    </UiLanguageProvider>
  );
}
