import { Link } from "@tanstack/react-router";
import { Signpost } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";

export function UnknownPage() {
  const { t } = useTranslation("frame");
  return (
    <EmptyState
      icon={Signpost}
      title={t("noSuchPage")}
      action={
        <Button asChild>
          <Link to="/">{t("toTheStart")}</Link>
        </Button>
      }
    >
      {t("noSuchPageMeans")}
    </EmptyState>
  );
}
