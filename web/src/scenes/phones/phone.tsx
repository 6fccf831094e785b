import { MessageSquare, Phone as PhoneIcon } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { nationalPhone } from "../../ui/format/phone.ts";
import { CallScreen } from "./call-screen.tsx";
import { HandsetFrame } from "./handset-frame.tsx";
import { MessagesScreen } from "./messages-screen.tsx";
import { type Handset, simulator } from "./simulator-api.ts";
import type { PhonesWords } from "./words.ts";

interface PhoneProps {
  role: string;
  handset: Handset;
  /** The number it calls and writes to. */
  peer: string;
  peerName: string;
  now: number;
  empty: string;
  words: PhonesWords;
  nameOf: (number: string) => string;
}

/** A handset in the browser: it rings, talks, hangs up and texts. */
export function Phone({ role, handset, peer, peerName, now, empty, words, nameOf }: PhoneProps) {
  const [busy, setBusy] = useState(false);
  const line = handset.lines.at(-1);
  const act = (deed: () => Promise<unknown>) => {
    setBusy(true);
    deed()
      .catch((error: unknown) => toast.error(error instanceof Error ? error.message : String(error)))
      .finally(() => setBusy(false));
  };
  const texts = handset.texts;
  return (
    <HandsetFrame role={role} name={handset.name} number={nationalPhone(handset.number)} now={now}>
      {line && line.state !== "ended" ? (
        <CallScreen
          handset={handset}
          line={line}
          words={words}
          nameOf={nameOf}
          onAnswer={() => act(() => simulator.answer(handset.number))}
          onDecline={() => act(() => simulator.reject(handset.number))}
          onHangUp={() => act(() => simulator.hangUp(handset.number))}
          onPress={(digit) => act(() => simulator.press(handset.number, digit))}
        />
      ) : (
        <>
          <div className="flex items-center justify-between gap-3 border-b border-hairline px-4 py-2">
            <p className="flex min-w-0 items-center gap-2 text-base font-medium">
              <MessageSquare aria-hidden className="size-4 shrink-0 text-ink-faint" />
              <span className="truncate">{peerName}</span>
            </p>
            <button
              type="button"
              disabled={busy}
              aria-label={words.call(peerName)}
              onClick={() => act(() => simulator.dial(handset.number, peer))}
              className="inline-flex h-9 shrink-0 items-center gap-1.5 rounded-full bg-talking-solid px-4 text-base font-medium text-on-solid disabled:opacity-60"
            >
              <PhoneIcon aria-hidden className="size-4" />
              {words.call("").trim()}
            </button>
          </div>
          <MessagesScreen
            handset={handset}
            texts={texts}
            empty={empty}
            words={words}
            onSend={(body, photos) => act(() => simulator.text(handset.number, peer, body, photos))}
          />
        </>
      )}
    </HandsetFrame>
  );
}
