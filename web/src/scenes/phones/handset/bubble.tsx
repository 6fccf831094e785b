import { clsx } from "clsx";
import { Check, CheckCheck, CircleAlert, Clock, type LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type HandsetText, photoUrl } from "../../../api/simulator.ts";
import { usePlace } from "../../../ui/clock.tsx";
import { clockTime } from "../../../ui/format/time.ts";

const ticks: Record<HandsetText["state"], LucideIcon> = {
  sending: Clock,
  sent: Check,
  delivered: CheckCheck,
  failed: CircleAlert,
};

/** One text on the phone, with its photos, its time and, when it was sent from here, its tick. */
export function Bubble({ number, text }: { number: string; text: HandsetText }) {
  const { t } = useTranslation("phones");
  const place = usePlace();
  const isSent = text.direction === "sent";
  const Tick = ticks[text.state];
  return (
    <li className={clsx("flex max-w-[84%] animate-rise flex-col", isSent ? "items-end self-end" : "items-start")}>
      {text.photos.map((photo, index) => (
        <img
          key={`${text.id} ${index} ${photo.contentType}`}
          src={photoUrl(number, text.id, index)}
          alt={t("photo")}
          className="mb-1 max-h-44 rounded-bubble border object-cover"
        />
      ))}
      {text.body && (
        <p
          className={clsx(
            "rounded-bubble px-3 py-1.5 text-[0.875rem] leading-5 break-words whitespace-pre-wrap",
            isSent ? "rounded-br-sm bg-human-solid text-on-solid" : "rounded-bl-sm bg-surface-selected",
          )}
        >
          {text.body}
        </p>
      )}
      <span className="tabular flex items-center gap-1 px-1 text-micro text-ink-faint">
        {clockTime(text.at, place)}
        {isSent && (
          <>
            <Tick aria-hidden className={clsx("size-3", text.state === "failed" && "text-missed")} />
            <span className="sr-only">{t(`tick_${text.state}`)}</span>
          </>
        )}
      </span>
    </li>
  );
}
