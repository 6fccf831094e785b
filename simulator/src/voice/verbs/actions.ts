import type { VerbAction } from "../stage.ts";
import { hangup, redirectTo, reject } from "./control.ts";
import { dial } from "./dial.ts";
import { gather } from "./gather.ts";
import { record } from "./record.ts";
import { pauseFor, playSound, say } from "./speech.ts";

/** Every verb that the simulated carrier performs. */
export const verbActions: Readonly<Record<string, VerbAction>> = {
  Say: say,
  Play: playSound,
  Pause: pauseFor,
  Dial: dial,
  Gather: gather,
  Record: record,
  Redirect: redirectTo,
  Hangup: hangup,
  Reject: reject,
};
