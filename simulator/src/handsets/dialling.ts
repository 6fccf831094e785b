import { receiveCall } from "../voice/inbound.ts";
import type { World } from "../world.ts";
import type { Handset } from "./handset.ts";
import { joinLines } from "./joining.ts";
import { createLine, endLine, type Line, letHear } from "./line.ts";
import { takeLine } from "./ringing.ts";

/** A call that a handset makes. */
export interface Dialled {
  line: Line;
  /** Resolves when the other side has been told of the call and has answered what to do with it. */
  placed: Promise<void>;
}

/** A person dials. The line rings until the other end answers; it ends at once when nobody can be reached. */
export function dialFrom(world: World, handset: Handset, to: string): Dialled {
  const line = createLine(world.chance.sid("LN"), "outgoing", handset.number, to, world.clock.now());
  takeLine(handset, line, () => world.handsets.changed(handset));
  const owned = world.directory.owned(to);
  if (owned) return { line, placed: receiveCall(world, line, owned, handset.callerId, undefined) };
  const attempt = world.reach(to, handset.callerId);
  if (attempt.kind === "ringing") joinLines(world.clock, line, attempt.line);
  else {
    letHear(world.clock, line, attempt.kind === "busy" ? "[busy tone]" : "[the number cannot be reached]");
    endLine(line, "network");
  }
  return { line, placed: Promise.resolve() };
}
