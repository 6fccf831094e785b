import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { deadLettersQuery } from "../../api/webhooks.ts";
import { useMay } from "../../shell/session.ts";

/** Reports of the carrier that could not be taken in, while there are any; for who can do something about them. */
export function DeadLetters() {
  const { t } = useTranslation("calls");
  const mayView = useMay("webhooks.view");
  const { data, hasNextPage } = useInfiniteQuery({ ...deadLettersQuery, enabled: mayView });
  if (!data || data.length === 0) return null;
  return (
    <p className="flex shrink-0 items-start gap-2 border-b bg-missed-soft px-4 py-2 text-base md:px-5">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-missed" />
      <span>
        {t("deadLetters", { count: data.length, shown: hasNextPage ? `${data.length}+` : data.length })}{" "}
        <Link to="/webhooks" className="font-medium text-human underline underline-offset-2">
          {t("seeDeadLetters")}
        </Link>
      </span>
    </p>
  );
}
