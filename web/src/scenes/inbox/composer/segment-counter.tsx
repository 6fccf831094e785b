import { useTranslation } from "react-i18next";
import { measureSms } from "../../../records/sms-segments.ts";

/** What the text costs on the wire, and which character makes it dear. */
export function SegmentCounter({ body }: { body: string }) {
  const { t } = useTranslation("inbox");
  const size = measureSms(body);
  return (
    <p className="tabular h-4 pt-1 text-small text-ink-faint">
      {body !== "" && (
        <>
          {t("segments", { count: size.segments, left: size.left })}
          {size.costly !== null && ` · ${t("costly", { character: size.costly })}`}
        </>
      )}
    </p>
  );
}
