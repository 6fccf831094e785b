import { Navigate, Outlet, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRealtime } from "../realtime.ts";
import { useMaybeSession, useSession } from "../session.ts";
import { listenForShortcuts, useShortcut } from "../shortcuts/shortcuts.ts";
import { BottomBar } from "./bottom-bar.tsx";
import { type Destination, useDestinations } from "./destinations.ts";
import { OfflineBanner } from "./offline-banner.tsx";
import { openPanel } from "./panels.ts";
import { Panels } from "./panels-over.tsx";
import { Rail } from "./rail.tsx";
import { RouteAnnouncer } from "./route-announcer.tsx";
import { SimulatorBar } from "./simulator-bar.tsx";

/** Everything around a page for those who are signed in; whoever no longer is goes to the sign-in and comes back. */
export function Frame() {
  const session = useMaybeSession();
  const { href } = useLocation();
  return session ? <Framed /> : <Navigate to="/sign-in" search={{ next: href }} />;
}

function Framed() {
  const { t } = useTranslation("frame");
  const { simulator } = useSession();
  const { conversationId, callId } = useParams({ strict: false });
  const isDeep = conversationId !== undefined || callId !== undefined;
  const destinations = useDestinations();
  useRealtime(true);
  useEffect(listenForShortcuts, []);
  useShortcut("?", t("showKeys"), () => openPanel("shortcuts"));
  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#page"
        className="sr-only z-50 rounded-md bg-human-solid px-3 py-2 text-on-solid focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {t("skipToPage")}
      </a>
      {destinations.map((destination) => (
        <GoShortcut key={destination.to} destination={destination} />
      ))}
      {simulator && <SimulatorBar />}
      <OfflineBanner />
      <div className="flex min-h-0 flex-1">
        <Rail />
        <main id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface outline-none">
          <Outlet />
        </main>
      </div>
      {!isDeep && <BottomBar />}
      <RouteAnnouncer />
      <Suspense fallback={null}>
        <Panels />
      </Suspense>
    </div>
  );
}

function GoShortcut({ destination: { keys, to, word } }: { destination: Destination }) {
  const { t } = useTranslation("frame");
  const navigate = useNavigate();
  useShortcut(keys, t("goTo", { place: t(word) }), () => void navigate({ to }));
  return null;
}
