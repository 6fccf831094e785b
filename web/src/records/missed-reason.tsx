import { useTranslation } from "react-i18next";

const known = [
  "no_answer",
  "busy",
  "failed",
  "canceled",
  "voicemail",
  "not_accepted",
  "too_short",
  "caller_hung_up",
  "forwarded",
  "nobody_to_ring",
  "unreported",
] as const;

/** Why a call counts as missed, in words. */
export function MissedReason({ reason }: { reason: string }) {
  const { t } = useTranslation("records");
  const one = known.find((name) => name === reason);
  return <span>{one ? t(`missed_${one}`) : reason}</span>;
}
