import { join } from "node:path";
import { type Simulator, simulatorControl } from "@nevermisscall/simulator";
import type { Mount } from "../platform/http/route.ts";
import { webPages } from "../platform/http/web-pages.ts";

const WEB = join(import.meta.dirname, "../../../web/dist");

/** What is served beside the API: the web application and, where the simulator is built in, its control. */
export function mountsFor({ simulator }: { simulator: Simulator | null }): Mount[] {
  const control: Mount[] =
    simulator === null
      ? []
      : [
          async (app) => {
            await app.register(simulatorControl(simulator), { prefix: "/simulator" });
          },
        ];
  return [...control, webPages(WEB)];
}
