import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { networkInterfaces } from "node:os";
import Fastify from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { listenOnFreePort } from "./listen.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function occupy(host: string, port = 0): Promise<number> {
  const server = createServer().listen(port, host);
  open.push(server);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const listenAt = (host: string) => async (port: number) => {
  await occupy(host, port);
};

const silent = () => {};

describe("a port that was asked for", () => {
  it("is used", async () => {
    const port = await occupy("127.0.0.1");
    open.pop()?.close();
    expect(await listenOnFreePort({ port, listen: listenAt("127.0.0.1"), say: silent })).toBe(port);
  });

  it("is refused with exit code 4 when it is taken", async () => {
    const port = await occupy("127.0.0.1");
    await expect(listenOnFreePort({ port, listen: listenAt("127.0.0.1"), say: silent })).rejects.toMatchObject({
      message: `Port ${port} is taken: stop what uses it, or set PORT to another one.`,
      exitCode: 4,
    });
  });

  it("passes on any other trouble", async () => {
    const listen = async () => {
      throw Object.assign(new Error("permission denied"), { code: "EACCES" });
    };
    await expect(listenOnFreePort({ port: 80, listen, say: silent })).rejects.toThrow("permission denied");
  });
});

describe("no port asked for", () => {
  const range = { first: 42_810, last: 42_812 };

  it("gives the first free one and says when that is not the first", async () => {
    const said: string[] = [];
    const listen = listenAt("127.0.0.1");
    const ask = () => listenOnFreePort({ port: null, range, listen, say: (sentence) => said.push(sentence) });
    expect([await ask(), await ask()]).toEqual([42_810, 42_811]);
    expect(said).toEqual(["Port 42810 is taken, so this is 42811. Set PORT to choose one."]);
  });

  const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address }) => address === "::1"),
  );

  it.runIf(hasIpv6)("passes over one where only the other localhost is taken", async () => {
    await occupy("::1", range.first);
    expect(await listenOnFreePort({ port: null, range, listen: listenAt("127.0.0.1"), say: silent })).toBe(42_811);
  });

  it("gives up with exit code 4 when all are taken", async () => {
    for (let port = range.first; port <= range.last; port += 1) await occupy("127.0.0.1", port);
    await expect(
      listenOnFreePort({ port: null, range, listen: listenAt("127.0.0.1"), say: silent }),
    ).rejects.toMatchObject({ exitCode: 4 });
  });

  it("works with the web framework, which is asked more than once then", async () => {
    await occupy("0.0.0.0", range.first);
    const app = Fastify();
    const listen = (port: number) => app.listen({ host: "127.0.0.1", port });
    expect(await listenOnFreePort({ port: null, range, listen, say: silent })).toBe(42_811);
    await app.close();
  });
});
