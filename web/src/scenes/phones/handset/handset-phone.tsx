import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Handset, handsetQuery } from "../../../api/simulator.ts";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";
import type { Named } from "../use-cast.ts";
import { CallScreen } from "./call-screen.tsx";
import { Dialler } from "./dialler.tsx";
import { type App, HomeBar } from "./home-bar.tsx";
import { Messages } from "./messages.tsx";
import { Notification } from "./notification.tsx";
import { StatusBar } from "./status-bar.tsx";
import { useUnread } from "./use-unread.ts";

interface HandsetPhoneProps {
  number: string;
  /** Whom the phone knows by name. */
  contacts: readonly Named[];
}

/** A phone that behaves like one: it dials, rings, talks and texts. */
export function HandsetPhone({ number, contacts }: HandsetPhoneProps) {
  const { t } = useTranslation("phones");
  const { data: handset } = useQuery(handsetQuery(number));
  return (
    <div
      role="group"
      aria-label={handset ? t("phoneOf", { name: handset.name }) : undefined}
      className="relative flex min-h-100 w-full max-w-76 flex-1 flex-col overflow-hidden rounded-[40px] border-8 border-bezel bg-surface lg:max-h-170 lg:min-h-142"
    >
      {handset ? (
        <Screen key={handset.number} handset={handset} contacts={contacts} />
      ) : (
        <Skeleton className="flex flex-1 flex-col items-center gap-4 pt-24">
          <Bone className="h-6 w-40" />
          <Bone className="size-48 rounded-lg" />
        </Skeleton>
      )}
    </div>
  );
}

function Screen({ handset, contacts }: { handset: Handset; contacts: readonly Named[] }) {
  const { t } = useTranslation("phones");
  const [app, setApp] = useState<App>("phone");
  const [peer, setPeer] = useState<string | null>(null);
  const unread = useUnread(handset.texts, app === "messages");
  const nameOf = (other: string) => contacts.find(({ number }) => number === other)?.name ?? null;
  const line = handset.lines.at(-1);
  const open = (other: string) => {
    setPeer(other);
    setApp("messages");
  };
  if (!handset.isOn) return <p className="m-auto text-base text-ink-faint">{t("isOff")}</p>;
  return (
    <>
      <StatusBar handset={handset} />
      {line ? (
        <CallScreen number={handset.number} line={line} name={nameOf(line.peer)} />
      ) : (
        <>
          {app === "phone" && <Dialler number={handset.number} contacts={contacts} />}
          {app === "messages" && (
            <Messages handset={handset} peer={peer ?? contacts[0]?.number ?? null} onPeer={setPeer} nameOf={nameOf} />
          )}
          <HomeBar app={app} unread={unread.count} onApp={setApp} />
        </>
      )}
      {unread.latest && (
        <Notification
          text={unread.latest}
          name={nameOf(unread.latest.peer)}
          onOpen={() => unread.latest && open(unread.latest.peer)}
        />
      )}
    </>
  );
}
