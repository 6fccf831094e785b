import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { businessQuery, settingsQuery } from "../../api/settings.ts";
import { PageHeader } from "../../shell/frame/page-header.tsx";
import { failureSentence } from "../../shell/query-client.ts";
import { useMay } from "../../shell/session.ts";
import { Failure } from "../../ui/failure.tsx";
import { useUiLanguage } from "../../ui/language.tsx";
import { Bone, Skeleton } from "../../ui/skeleton.tsx";
import { Area } from "./area.tsx";
import { Booking } from "./booking.tsx";
import { Excluded } from "./excluded.tsx";
import { Greeting } from "./greeting.tsx";
import { Hours } from "./hours.tsx";
import { Numbers } from "./numbers.tsx";
import { Rates } from "./rates.tsx";
import { settingsWords } from "./words.ts";

const SECTIONS = ["hours", "greeting", "rates", "area", "booking", "numbers", "never-text"] as const;
const route = getRouteApi("/inside/settings");

/** How the business works; each section is a form of its own with its effect beside it. */
export function SettingsPage() {
  const words = settingsWords(useUiLanguage().locale);
  const { section = "hours" } = route.useSearch();
  const navigate = route.useNavigate();
  const mayChange = useMay("settings.manage");
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageHeader title={words.title} />
      <div className="flex min-h-0 flex-1 max-md:flex-col">
        <nav
          aria-label={words.title}
          className="shrink-0 overflow-x-auto border-r p-2 max-md:border-r-0 max-md:border-b md:w-48"
        >
          <ul className="flex gap-1 md:flex-col">
            {SECTIONS.map((name) => (
              <li key={name}>
                <button
                  type="button"
                  aria-current={name === section ? "page" : undefined}
                  onClick={() => void navigate({ search: { section: name } })}
                  className="focus-inset w-full rounded-md px-3 py-1.5 text-left text-base whitespace-nowrap text-ink-soft hover:bg-surface-hover aria-[current]:bg-surface-selected aria-[current]:font-medium aria-[current]:text-ink max-md:min-h-11"
                >
                  {words.sections[name]}
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div className="min-h-0 flex-1 overflow-y-auto p-4 md:p-6">
          {!mayChange && <p className="mb-4 text-base text-ink-soft">{words.readOnly}</p>}
          <Section key={section} name={section} />
        </div>
      </div>
    </div>
  );
}

function Section({ name }: { name: (typeof SECTIONS)[number] }) {
  const settings = useQuery(settingsQuery);
  const business = useQuery(businessQuery);
  const broken = settings.error ?? business.error;
  if (broken)
    return (
      <Failure onRetry={() => void Promise.all([settings.refetch(), business.refetch()])}>
        {failureSentence(broken)}
      </Failure>
    );
  if (!settings.data || !business.data) return <SectionSkeleton />;
  switch (name) {
    case "hours":
      return <Hours settings={settings.data} />;
    case "greeting":
      return <Greeting settings={settings.data} />;
    case "rates":
      return <Rates settings={settings.data} />;
    case "area":
      return <Area business={business.data} />;
    case "booking":
      return <Booking settings={settings.data} />;
    case "numbers":
      return <Numbers />;
    case "never-text":
      return <Excluded />;
  }
}

function SectionSkeleton() {
  return (
    <Skeleton className="flex max-w-160 flex-col gap-4">
      {["a", "b", "c", "d", "e"].map((row) => (
        <Bone key={row} className="h-9 w-full" />
      ))}
    </Skeleton>
  );
}
