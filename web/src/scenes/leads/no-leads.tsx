import { Link } from "@tanstack/react-router";
import { Contact } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

export function NoLeads({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("leads");
  if (!isFiltered) {
    return (
      <EmptyState icon={Contact} title={t("empty")}>
        {t("emptyMeans")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Contact}
      title={t("noMatch")}
      action={
        <Button asChild>
          <Link to="/leads">{t("showAll")}</Link>
        </Button>
      }
    >
      {t("noMatchMeans")}
    </EmptyState>
  );
}
