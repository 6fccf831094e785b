import { Outlet, useParams } from "@tanstack/react-router";
import { clsx } from "clsx";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { Ledger } from "./ledger.tsx";
import { LiveBoard } from "./live-board.tsx";
import { PeaceLine } from "./peace-line.tsx";

/** Who is calling now, over every call there was; an open call tells its story beside them. */
export function Calls() {
  const { t } = useTranslation("calls");
  const { callId } = useParams({ strict: false });
  const isOpen = callId !== undefined;
  return (
    <div className="flex min-h-0 flex-1">
      <div className={clsx("flex min-w-0 flex-1 flex-col", isOpen && "max-lg:hidden")}>
        <PageHeader title={t("title")}>
          <PeaceLine />
        </PageHeader>
        <DeadLetters />
        <LiveBoard />
        <Ledger />
      </div>
      {isOpen && <Outlet />}
    </div>
  );
}
