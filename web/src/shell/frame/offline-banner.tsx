import { WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsLive } from "../realtime.ts";

const PATIENCE_MS = 3_000;

/** Appears when the page has not heard the server for a while; a hiccup stays unmentioned. */
export function OfflineBanner() {
  const { t } = useTranslation("frame");
  const isLive = useIsLive();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (isLive) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLive]);
  return (
    <div role="status">
      {isLong && (
        <p className="flex min-h-8 items-center justify-center gap-2 bg-missed-soft px-3 py-1.5 text-small font-medium text-missed">
          <WifiOff aria-hidden className="size-3.5 shrink-0" />
          {t("offline")}
        </p>
      )}
    </div>
  );
}
