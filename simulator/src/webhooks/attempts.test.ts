import { expect, it } from "vitest";
import { createChance } from "../chance.ts";
import { createVirtualClock } from "../clock/clocks.ts";
import { type AttemptsDeps, attemptDelivery } from "./attempts.ts";
import type { Outcome } from "./transport.ts";
import type { WebhookAttempt, WebhookOrder } from "./webhook.ts";

const answered = (status: number, location?: string): Outcome => ({
  kind: "answered",
  status,
  contentType: "text/xml",
  body: "<Response/>",
  location,
});
const unreachable: Outcome = { kind: "failed", reason: "ct", message: "refused" };

/** Delivers one event to a server that answers as scripted, in turn. */
async function deliver(url: string, outcomes: Outcome[], fallbackUrl?: string) {
  const attempts: WebhookAttempt[] = [];
  const alerts: number[] = [];
  const deps: AttemptsDeps = {
    clock: createVirtualClock(0),
    chance: createChance(1),
    transport: async () => outcomes.shift() ?? answered(200),
    authTokenOf: () => "token",
    record: (attempt) => attempts.push(attempt),
    alert: (code) => alerts.push(code),
  };
  const order: WebhookOrder = {
    kind: "voice",
    accountSid: "AC1",
    resourceSid: "CA1",
    hook: { url, method: "POST" },
    fallback: fallbackUrl === undefined ? undefined : { url: fallbackUrl, method: "POST" },
    params: { CallSid: "CA1" },
  };
  const answer = await attemptDelivery(deps, order, "token-of-the-event", null);
  return { answer, attempts, alerts };
}

it("retries a refused connection once unless told otherwise, and nothing else", async () => {
  expect((await deliver("http://a.test/", [unreachable])).attempts.map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect((await deliver("http://a.test/#rc=0", [unreachable])).attempts).toHaveLength(1);
  expect((await deliver("http://a.test/", [answered(503)])).attempts).toHaveLength(1);
});

it("retries what the fragment names, as often as it says, with one idempotency token", async () => {
  const failures = Array.from({ length: 9 }, () => answered(503));
  const { answer, attempts, alerts } = await deliver("http://a.test/x#rc=5&rp=all", failures);
  expect(answer).toBeUndefined();
  expect(attempts).toHaveLength(6);
  expect(new Set(attempts.map(({ idempotencyToken }) => idempotencyToken))).toEqual(new Set(["token-of-the-event"]));
  expect(attempts[0]?.url).toBe("http://a.test/x");
  expect(alerts).toEqual([11200]);
});

it("takes the answer of the attempt that succeeds", async () => {
  const { answer, attempts } = await deliver("http://a.test/#rc=3&rp=5xx", [answered(500), answered(200)]);
  expect(answer?.url).toBe("http://a.test/#rc=3&rp=5xx");
  expect(attempts.map(({ status }) => status)).toEqual([500, 200]);
});

it("turns to the fallback and says what failed", async () => {
  const { answer, attempts } = await deliver("http://a.test/x", [answered(404)], "http://b.test/y");
  expect(answer?.url).toBe("http://b.test/y");
  expect(attempts[1]?.params).toEqual({ CallSid: "CA1", ErrorCode: "11200", ErrorUrl: "http://a.test/x" });
});

it("follows redirects by GET and drops the parameters", async () => {
  const { answer, attempts } = await deliver("http://a.test/x", [answered(302, "/y")]);
  expect(attempts.map(({ method, url, params }) => [method, url, params])).toEqual([
    ["POST", "http://a.test/x", { CallSid: "CA1" }],
    ["GET", "http://a.test/y", {}],
  ]);
  expect(answer?.url).toBe("http://a.test/y");
});
