import { describe, expect, it } from "vitest";
import { ConfigurationError, readConfiguration } from "./configuration.ts";

const read = (environment: NodeJS.ProcessEnv) => readConfiguration(environment, "/");

describe("the simulated carrier", () => {
  it("carries where nothing is said", () => {
    expect(read({}).carrier.kind).toBe("simulator");
    expect(read({ NODE_ENV: "test" }).carrier.kind).toBe("simulator");
  });

  it.each([{}, { NMC_CARRIER: "" }, { NMC_SIMULATOR_PORT: "4010" }])("is refused in production with %o", (said) => {
    const start = () => read({ NODE_ENV: "production", ...said });
    expect(start).toThrow(ConfigurationError);
    expect(start).toThrow("NMC_CARRIER: is needed in production. Set it to twilio, or to simulator");
  });

  it("carries in production where it is asked for by name", () => {
    const { carrier, demo } = read({ NODE_ENV: "production", NMC_CARRIER: "simulator" });
    expect({ kind: carrier.kind, demo }).toEqual({ kind: "simulator", demo: false });
  });

  it("may run in a process of its own, which serves no control here", () => {
    const apart = { NODE_ENV: "production", NMC_TELEPHONY_URL: "http://carrier.internal:4010/" };
    expect(read(apart).carrier.url).toBe("http://carrier.internal:4010");
  });
});
