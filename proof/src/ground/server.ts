import { join } from "node:path";
import { startCompanion } from "../../../rig/src/companion.ts";
import type { HousePlace } from "../../../rig/src/house.ts";

export type ServerPlace = Pick<HousePlace, "database" | "secret" | "publicUrl" | "carrierUrl"> & {
  /** 0 takes a free one. */
  port: number;
  /** How far its clock is ahead of the machine's. */
  aheadMs: number;
};

export type ServerQuestion = { about: "place"; place: ServerPlace } | { about: "load" };
export type ServerAnswer = { origin: string } | { cpuMs: number };

/** The whole product in a process of its own: it takes webhooks and works. */
export type Server = {
  /** Where it listens, "http://127.0.0.1:40000", once it does and works; rejects when it cannot or was killed before. */
  origin: Promise<string>;
  /** The processor time it has used, in its own code and in the system's. */
  cpuMs(): Promise<number>;
  end(): Promise<void>;
  /** SIGKILL, at whatever it is. */
  kill(): Promise<void>;
  /** Resolves when it is gone, however it went. */
  gone: Promise<unknown>;
};

const PROGRAM = join(import.meta.dirname, "companions/server.ts");

export function startServer(place: ServerPlace): Server {
  return prepareServer().open(place);
}

/** A process that has loaded the product and waits to be told its place: what it opens is open at once. */
export type Spare = { open(place: ServerPlace): Server; end(): Promise<void> };

export function prepareServer(): Spare {
  const companion = startCompanion<ServerQuestion, ServerAnswer>(PROGRAM);
  return {
    end: companion.end,
    open: (place) => ({
      origin: companion.ask({ about: "place", place }).then((answer) => {
        if (!("origin" in answer)) throw new Error("The server did not say where it listens.");
        return answer.origin;
      }),
      async cpuMs() {
        const load = await companion.ask({ about: "load" });
        if (!("cpuMs" in load)) throw new Error("The server did not say what it used.");
        return load.cpuMs;
      },
      end: companion.end,
      kill: companion.kill,
      gone: companion.gone,
    }),
  };
}
