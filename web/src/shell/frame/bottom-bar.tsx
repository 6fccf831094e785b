import { Link } from "@tanstack/react-router";
import { Ellipsis, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDestinations } from "./destinations.ts";
import { MoreMenu } from "./more-menu.tsx";
import { useWaitingCount } from "./use-waiting-count.ts";

const IN_THE_BAR = 4;
const spot = "focus-inset flex h-14 w-full flex-col items-center justify-center gap-0.5 text-micro text-ink-soft";

/** The way around on a phone, under the thumb. */
export function BottomBar() {
  const { t } = useTranslation("frame");
  const destinations = useDestinations();
  const waiting = useWaitingCount();
  return (
    <nav
      aria-label={t("mainNavigation")}
      className="shrink-0 border-t bg-canvas pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="grid grid-cols-5">
        {destinations.slice(0, IN_THE_BAR).map(({ to, word, icon }) => (
          <li key={to}>
            <Link to={to} className={spot} activeProps={{ className: "font-semibold !text-ink" }}>
              <Spot icon={icon} count={to === "/inbox" ? waiting : null} />
              {t(word)}
            </Link>
          </li>
        ))}
        <li>
          <MoreMenu
            destinations={destinations.slice(IN_THE_BAR)}
            trigger={
              <button type="button" className={spot}>
                <Spot icon={Ellipsis} count={null} />
                {t("more")}
              </button>
            }
          />
        </li>
      </ul>
    </nav>
  );
}

const Spot = ({ icon: Icon, count }: { icon: LucideIcon; count: string | null }) => (
  <span className="relative">
    <Icon aria-hidden className="size-5" strokeWidth={1.75} />
    {count && (
      <span className="tabular absolute -top-1.5 left-3 rounded-full bg-human-solid px-1 text-micro leading-4 font-semibold text-on-solid">
        {count}
      </span>
    )}
  </span>
);
