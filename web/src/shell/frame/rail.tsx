import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountMenu } from "./account-menu.tsx";
import { BusinessHead } from "./business-head.tsx";
import { type Destination, useDestinations } from "./destinations.ts";
import { useWaitingCount } from "./use-waiting-count.ts";

/** The way around on a desktop: icons over words, beside them on a wide one. */
export function Rail() {
  const { t } = useTranslation("frame");
  const destinations = useDestinations();
  const waiting = useWaitingCount();
  return (
    <div className="hidden w-18 shrink-0 flex-col border-r bg-canvas md:flex xl:w-52">
      <BusinessHead />
      <nav aria-label={t("mainNavigation")} className="flex-1 overflow-y-auto px-2 py-1">
        <ul className="flex flex-col gap-0.5">
          {destinations.map((destination) => (
            <li key={destination.to}>
              <RailLink destination={destination} count={destination.to === "/inbox" ? waiting : null} />
            </li>
          ))}
        </ul>
      </nav>
      <AccountMenu />
    </div>
  );
}

function RailLink({ destination, count }: { destination: Destination; count: string | null }) {
  const { t } = useTranslation("frame");
  const Icon = destination.icon;
  return (
    <Link
      to={destination.to}
      className="focus-inset flex items-center gap-x-2.5 rounded-md text-ink-soft transition-colors hover:bg-surface-selected hover:text-ink max-xl:relative max-xl:flex-col max-xl:gap-y-0.5 max-xl:py-2 max-xl:text-micro xl:h-8 xl:px-2 xl:text-base"
      activeProps={{ className: "bg-surface-selected font-medium !text-ink" }}
    >
      <Icon aria-hidden className="size-4 max-xl:size-5" strokeWidth={1.75} />
      <span className="flex-1 truncate">{t(destination.word)}</span>
      {count && (
        <span className="tabular rounded-full bg-human-solid px-1.5 text-micro font-semibold text-on-solid max-xl:absolute max-xl:top-1 max-xl:right-2">
          {count}
          <span className="sr-only"> {t("waitForYou")}</span>
        </span>
      )}
    </Link>
  );
}
