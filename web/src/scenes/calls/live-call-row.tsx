import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import { type LucideIcon, PhoneCall, PhoneIncoming, PhoneMissed } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { LiveCall } from "../../api/types.ts";
import { Who } from "../../records/who.tsx";
import { useNow, usePlace } from "../../ui/clock.tsx";
import { shortDay } from "../../ui/format/time.ts";
import { PhoneNumber } from "../../ui/phone-number.tsx";
import { Elapsed } from "./elapsed.tsx";
import { TextBackLine } from "./text-back-line.tsx";

const looks: Record<LiveCall["state"], { icon: LucideIcon; row: string; mark: string }> = {
  ringing: { icon: PhoneIncoming, row: "bg-ringing-soft", mark: "text-ringing" },
  talking: { icon: PhoneCall, row: "bg-talking-soft", mark: "text-talking" },
  missed: { icon: PhoneMissed, row: "hover:bg-surface-hover", mark: "text-missed" },
};

/** One call of the board. Ringing is the only thing on any page that pulses. */
export function LiveCallRow({ call }: { call: LiveCall }) {
  const { t } = useTranslation("calls");
  const { icon: Icon, row, mark } = looks[call.state];
  const since = { ringing: call.started_at, talking: call.answered_at, missed: call.ended_at }[call.state];
  return (
    <Link
      to="/calls/$callId"
      params={{ callId: call.id }}
      search
      className={clsx("focus-inset flex items-center gap-3 rounded-lg px-3 py-2 transition-colors", row)}
    >
      <Icon aria-hidden className={clsx("size-5 shrink-0", mark, call.state === "ringing" && "animate-ring")} />
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <Who
            name={call.contact?.name ?? null}
            phone={call.customer_phone}
            className="truncate text-reading leading-5 font-semibold"
          />
          {call.contact?.name && call.customer_phone && (
            <PhoneNumber phone={call.customer_phone} className="text-small text-ink-soft" />
          )}
        </span>
        <span className="block truncate text-base text-ink-soft">
          {call.state === "missed" && call.text_back ? (
            <TextBackLine textBack={call.text_back} />
          ) : (
            <Background call={call} />
          )}
        </span>
      </span>
      <span className={clsx("shrink-0 text-right text-base font-medium", mark)}>
        {t(`state_${call.state}`)}
        {since !== null && <Elapsed since={since} isRunning={call.state !== "missed"} />}
      </span>
    </Link>
  );
}

/** What is known of the caller: the last visit, else where the call comes from. */
function Background({ call }: { call: LiveCall }) {
  const { t } = useTranslation("calls");
  const place = usePlace();
  const now = useNow();
  if (call.last_appointment) {
    const { service_type, scheduled_start } = call.last_appointment;
    const word = Date.parse(scheduled_start) > now ? "nextVisit" : "lastVisit";
    return t(word, { service: service_type, day: shortDay(scheduled_start, place) });
  }
  const town = [call.caller_city, call.caller_state].filter(Boolean).join(", ");
  return town === "" ? t("newCaller") : t("newCallerFrom", { town });
}
