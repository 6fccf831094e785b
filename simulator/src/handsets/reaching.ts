import { receiveCall } from "../voice/inbound.ts";
import type { World } from "../world.ts";
import type { Handset } from "./handset.ts";
import { joinLines, joinNetworks } from "./joining.ts";
import { createLine, endLine, type Line } from "./line.ts";
import { type RingAttempt, ringHandset } from "./ringing.ts";

/** Rings whoever has the number: a handset (which may be forwarded), or a number of the carrier's own customers. */
export function reach(world: World, to: string, from: string, forwardedFrom?: string): RingAttempt {
  const owned = world.directory.owned(to);
  if (owned) {
    const { near, far } = createTrunk(world, to, from);
    void receiveCall(world, far, owned, from, forwardedFrom);
    return { kind: "ringing", line: near };
  }
  const handset = world.handsets.get(to);
  if (!handset) return { kind: "unreachable" };
  return handset.forwarding === null
    ? ring(world, handset, from)
    : ringForwarded(world, handset, handset.forwarding, from);
}

/** Two ends that belong together: `near` for whoever called, `far` for whoever is to take the call. */
function createTrunk(world: World, to: string, from: string): { near: Line; far: Line } {
  const near = createLine(world.chance.sid("LN"), "incoming", to, from, world.clock.now());
  const far = createLine(world.chance.sid("LN"), "outgoing", from, to, world.clock.now());
  joinNetworks(near, far);
  return { near, far };
}

const ring = (world: World, handset: Handset, from: string): RingAttempt =>
  ringHandset(world.clock, handset, from, world.chance.sid("LN"), () => world.handsets.changed(handset));

/** Rings the handset; when it is not answered in time, refused or not reachable, its carrier calls the other number. */
function ringForwarded(
  world: World,
  handset: Handset,
  forwarding: NonNullable<Handset["forwarding"]>,
  from: string,
): RingAttempt {
  const { clock } = world;
  const forward = (): RingAttempt => reach(world, forwarding.to, from, handset.number);
  const first = ring(world, handset, from);
  if (first.kind !== "ringing") return forward();

  const { near, far } = createTrunk(world, handset.number, from);
  const turn = (): void => {
    if (first.line.state !== "ringing" || far.state === "ended") return;
    part();
    endLine(first.line, "network");
    const second = forward();
    if (second.kind === "ringing") joinLines(clock, far, second.line);
    else endLine(far, "network");
  };
  first.line.signal.on((event) => {
    if (event.type === "rejected") turn();
  });
  const part = joinLines(clock, far, first.line);
  clock.schedule(clock.now() + forwarding.afterMs, turn);
  return { kind: "ringing", line: near };
}
