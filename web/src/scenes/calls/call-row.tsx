import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { Call } from "../../api/types.ts";
import { CallState } from "../../records/call-state.tsx";
import { MissedReason } from "../../records/missed-reason.tsx";
import { Who } from "../../records/who.tsx";
import { callDuration } from "../../ui/format/time.ts";
import { PhoneNumber } from "../../ui/phone-number.tsx";
import { Time } from "../../ui/time.tsx";
import { TextBackLine } from "./text-back-line.tsx";

/** One call of the ledger: how it went, who it was, what came of it, how long and when. */
export function CallRow({ call, isOpen }: { call: Call; isOpen: boolean }) {
  const name = call.contact_name ?? call.caller_name;
  return (
    <Link
      to="/calls/$callId"
      params={{ callId: call.id }}
      search
      aria-current={isOpen ? "page" : undefined}
      className={clsx(
        "focus-inset grid h-full grid-cols-[minmax(0,1fr)] items-center gap-x-4 border-b px-4 transition-colors md:px-5 @3xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_56px_112px]",
        isOpen ? "bg-surface-selected" : "hover:bg-surface-hover",
      )}
    >
      <span className="min-w-0">
        <span className="flex items-baseline gap-2">
          <Who name={name} phone={call.customer_phone} className="truncate text-base font-medium" />
          {name && call.customer_phone && (
            <PhoneNumber phone={call.customer_phone} className="text-small text-ink-faint @max-3xl:hidden" />
          )}
          <Time at={call.started_at} shown="log" className="ml-auto shrink-0 text-small text-ink-faint @3xl:hidden" />
        </span>
        <span className="flex items-center gap-1.5 truncate text-small text-ink-soft">
          <span className="flex shrink-0">
            <CallState call={{ ...call, status: call.call_status }} />
          </span>
          {call.missed && call.missed_reason && (
            <span className="truncate @max-3xl:hidden">
              <MissedReason reason={call.missed_reason} />
            </span>
          )}
          <span className="flex min-w-0 @3xl:hidden">
            {call.text_back && <TextBackLine textBack={call.text_back} />}
          </span>
        </span>
      </span>
      <span className="flex min-w-0 @max-3xl:hidden">
        {call.text_back && <TextBackLine textBack={call.text_back} />}
      </span>
      <span className="tabular text-right text-base text-ink-soft @max-3xl:hidden">
        {!call.missed && call.duration_seconds !== null && callDuration(call.duration_seconds)}
      </span>
      <Time at={call.started_at} shown="log" className="text-right text-small text-ink-faint @max-3xl:hidden" />
    </Link>
  );
}
