import { expect, it } from "vitest";
import { settingsFile } from "./settings.ts";

const lines = (durable: boolean, sockets = "/run/user/1000/nmc") => settingsFile({ sockets, durable }).split("\n");

it("survives a power failure unless told otherwise", () => {
  expect(lines(true)).toEqual(expect.arrayContaining(["fsync = 'on'", "synchronous_commit = 'on'"]));
  expect(lines(false)).toEqual(expect.arrayContaining(["fsync = 'off'", "synchronous_commit = 'off'"]));
});

it("never listens on a network", () => {
  expect(lines(true)).toContain("listen_addresses = ''");
});

it("quotes a quotation mark in a path as PostgreSQL reads it", () => {
  expect(lines(true, "/run/o'neill")).toContain("unix_socket_directories = '/run/o''neill'");
});
