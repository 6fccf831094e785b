import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";

interface SectionProps {
  title: string;
  /** What these settings do, in one sentence. */
  means: string;
  children: ReactNode;
  /** The effect of the settings, shown beside them. */
  example?: ReactNode;
}

/** A section: its settings in a column, beside them what they do. */
export function Section({ title, means, children, example }: SectionProps) {
  const { t } = useTranslation("settings");
  return (
    <div className="flex flex-wrap gap-x-10 gap-y-6 px-4 py-5 md:px-8">
      <div className="min-w-0 flex-1 basis-96 md:max-w-140">
        <header className="mb-5 flex items-start gap-2">
          <Button asChild look="quiet" size="square">
            <Link to="/settings" aria-label={t("allSections")} className="-ml-2 md:!hidden">
              <ArrowLeft />
            </Link>
          </Button>
          <div>
            <h2 className="text-title font-semibold">{title}</h2>
            <p className="text-base text-ink-soft">{means}</p>
          </div>
        </header>
        {children}
      </div>
      {example && <div className="w-full basis-72 md:sticky md:top-5 md:w-72 md:self-start">{example}</div>}
    </div>
  );
}

/** A few settings that belong together. */
export const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="mb-6 flex flex-col gap-4">
    <legend className="mb-2 text-small font-medium text-ink-faint">{title}</legend>
    {children}
  </fieldset>
);
