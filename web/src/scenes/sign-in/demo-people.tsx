import { Link } from "@tanstack/react-router";
import { Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DemoPerson } from "../../api/types.ts";
import { Avatar } from "../../ui/avatar.tsx";

interface DemoPeopleProps {
  people: readonly DemoPerson[];
  onChoose: (person: DemoPerson) => void;
}

/** The people of the demo, each one click away from being signed in. */
export function DemoPeople({ people, onChoose }: DemoPeopleProps) {
  const { t } = useTranslation(["signIn", "frame"]);
  return (
    <section aria-labelledby="demo-people" className="border-t pt-5">
      <h2 id="demo-people" className="text-base font-medium">
        {t("demoPeople")}
      </h2>
      <p className="mb-2 text-base text-ink-soft">{t("demoPeopleMeans")}</p>
      <ul className="flex flex-col divide-y rounded-lg border bg-surface">
        {people.map((person) => (
          <li key={person.email}>
            <button
              type="button"
              onClick={() => onChoose(person)}
              className="focus-inset flex min-h-12 w-full items-center gap-3 px-3 py-2 text-left transition-colors hover:bg-surface-hover"
            >
              <Avatar name={person.name} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-base font-medium">{person.name}</span>
                <span className="block truncate text-small text-ink-faint">{person.email}</span>
              </span>
              <span className="text-small text-ink-soft">{t(`frame:role_${person.role}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Link to="/phones" className="mt-4 flex items-center gap-2 text-base text-human hover:underline">
        <Smartphone aria-hidden className="size-4" />
        {t("tryPhones")}
      </Link>
    </section>
  );
}
