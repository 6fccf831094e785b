import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Says all the time that no carrier is connected. */
export function SimulatorBar() {
  const { t } = useTranslation("frame");
  return (
    <aside
      aria-label={t("simulator")}
      className="flex h-8 shrink-0 items-center justify-center gap-2 bg-bezel px-3 text-small text-on-solid"
    >
      <strong className="font-semibold">{t("simulator")}</strong>
      <span className="truncate">
        {t("noCarrier")} <span className="max-md:hidden">{t("staysHere")}</span>
      </span>
      <Link to="/phones" className="shrink-0 font-medium underline underline-offset-2">
        {t("openPhones")}
      </Link>
    </aside>
  );
}
