import { clsx } from "clsx";
import { MessageCircle, Phone } from "lucide-react";
import { useTranslation } from "react-i18next";

export type App = "phone" | "messages";

const apps = [
  { app: "phone", icon: Phone },
  { app: "messages", icon: MessageCircle },
] as const;

interface HomeBarProps {
  app: App;
  unread: number;
  onApp: (app: App) => void;
}

/** The two things this phone can do. */
export function HomeBar({ app, unread, onApp }: HomeBarProps) {
  const { t } = useTranslation("phones");
  return (
    <div className="grid shrink-0 grid-cols-2 border-t px-6 pt-1 pb-3">
      {apps.map(({ app: one, icon: Icon }) => (
        <button
          key={one}
          type="button"
          aria-pressed={app === one}
          onClick={() => onApp(one)}
          className={clsx(
            "flex h-12 flex-col items-center justify-center gap-0.5 rounded-lg text-micro",
            app === one ? "font-semibold text-ink" : "text-ink-faint",
          )}
        >
          <span className="relative">
            <Icon aria-hidden className="size-5" strokeWidth={app === one ? 2.25 : 1.75} />
            {one === "messages" && unread > 0 && (
              <span className="tabular absolute -top-1.5 left-3 rounded-full bg-missed-solid px-1 text-micro leading-4 font-semibold text-on-solid">
                {unread}
                <span className="sr-only"> {t("unread")}</span>
              </span>
            )}
          </span>
          {t(`app_${one}`)}
        </button>
      ))}
    </div>
  );
}
