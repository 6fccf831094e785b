import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A package to publish: its manifest and its files by path. */
export type Published = {
  manifest: { name: string; version: string } & Record<string, unknown>;
  files?: Record<string, string>;
};

export type Registry = {
  url: string;
  /** Names of the packages whose contents were fetched, in order. */
  fetched: string[];
  /** The checksum that a lock file holds for a package. */
  integrity(name: string): string;
  /** Names of packages whose contents cannot be had. */
  refused: Set<string>;
  /** Names of packages whose contents are never answered for. */
  withheld: Set<string>;
  stop(): Promise<void>;
};

/** A package registry on this machine that serves just these packages. */
export async function startRegistry(packages: Published[]): Promise<Registry> {
  const archives = new Map(packages.map((published) => [published.manifest.name, pack(published)]));
  const refused = new Set<string>();
  const withheld = new Set<string>();
  const fetched: string[] = [];
  const server = createServer((request, response) => {
    const [, name = "", file] = decodeURIComponent(request.url ?? "").split("/");
    const published = packages.find(({ manifest }) => manifest.name === name);
    const archive = archives.get(name);
    if (!published || !archive || (file && refused.has(name))) return response.writeHead(404).end("{}");
    if (file) {
      fetched.push(name);
      if (withheld.has(name)) return;
      return response.end(archive);
    }
    const { version } = published.manifest;
    const dist = { tarball: `${url}/${name}/archive.tgz`, integrity: checksum(archive) };
    const versions = { [version]: { ...published.manifest, dist } };
    return response
      .setHeader("content-type", "application/json")
      .end(JSON.stringify({ name, versions, "dist-tags": { latest: version } }));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    fetched,
    integrity: (name) => checksum(archives.get(name) ?? Buffer.alloc(0)),
    refused,
    withheld,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function pack({ manifest, files = {} }: Published): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "nmc-pack-"));
  for (const [path, text] of Object.entries({ ...files, "package.json": JSON.stringify(manifest) })) {
    const file = join(folder, "package", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o755 });
  }
  execFileSync("tar", ["-czf", "archive.tgz", "package"], { cwd: folder });
  const archive = readFileSync(join(folder, "archive.tgz"));
  rmSync(folder, { recursive: true });
  return archive;
}

function checksum(archive: Buffer): string {
  return `sha512-${createHash("sha512").update(archive).digest("base64")}`;
}
