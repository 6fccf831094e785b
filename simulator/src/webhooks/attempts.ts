import { performance } from "node:perf_hooks";
import type { Chance } from "../chance.ts";
import type { Clock } from "../clock/clock.ts";
import { type RetryReason, readConnectionOverrides } from "./overrides.ts";
import { signRequest, withoutFragment } from "./signing.ts";
import type { Outcome, Transport } from "./transport.ts";
import type { Answer, Hook, WebhookAttempt, WebhookOrder } from "./webhook.ts";

export interface AttemptsDeps {
  clock: Clock;
  chance: Chance;
  transport: Transport;
  authTokenOf(accountSid: string): string;
  record(attempt: WebhookAttempt): void;
  alert(errorCode: number, resourceSid: string, text: string): void;
}

const MOST_REDIRECTS = 10;

/**
 * Brings one event to its hook, then to its fallback, with retries as the URL's fragment asks for them.
 * The idempotency token stays the same over all attempts. Resolves to undefined when nobody answered with 2xx.
 */
export async function attemptDelivery(
  deps: AttemptsDeps,
  order: WebhookOrder,
  idempotencyToken: string,
  fault: WebhookAttempt["fault"],
): Promise<Answer | undefined> {
  const answer = await tryHook(deps, order, order.hook, idempotencyToken, fault);
  if (answer || !order.fallback) return answer;
  const params = { ...order.params, ErrorCode: "11200", ErrorUrl: withoutFragment(order.hook.url) };
  return tryHook(deps, { ...order, params }, order.fallback, idempotencyToken, fault);
}

async function tryHook(
  deps: AttemptsDeps,
  order: WebhookOrder,
  hook: Hook,
  idempotencyToken: string,
  fault: WebhookAttempt["fault"],
): Promise<Answer | undefined> {
  const overrides = readConnectionOverrides(hook.url);
  // Time-outs guard against a server that hangs: they are of real time, whatever the world's clock does.
  const deadline = performance.now() + overrides.totalTimeMs;
  for (let attempt = 1; ; attempt++) {
    const timeoutMs = Math.min(overrides.readTimeoutMs, Math.max(Math.ceil(deadline - performance.now()), 1));
    const { outcome, url } = await followRedirects(deps, order, hook, { idempotencyToken, fault, attempt, timeoutMs });
    if (outcome.kind === "answered" && outcome.status < 400) {
      return { contentType: outcome.contentType, body: outcome.body, url };
    }
    const reason = whyItFailed(outcome);
    const mayRetry = attempt <= overrides.retryCount && overrides.retryOn.has(reason) && performance.now() < deadline;
    if (mayRetry) continue;
    deps.alert(reason === "ct" || reason === "rt" ? 11205 : 11200, order.resourceSid, `${withoutFragment(url)} failed`);
    return undefined;
  }
}

const whyItFailed = (outcome: Outcome): RetryReason => {
  if (outcome.kind === "failed") return outcome.reason;
  return outcome.status >= 500 ? "5xx" : "4xx";
};

interface Attempt {
  idempotencyToken: string;
  fault: WebhookAttempt["fault"];
  attempt: number;
  timeoutMs: number;
}

/** A redirect is followed by GET and drops the parameters of a POST. */
async function followRedirects(
  deps: AttemptsDeps,
  order: WebhookOrder,
  hook: Hook,
  attempt: Attempt,
): Promise<{ outcome: Outcome; url: string }> {
  let { url, method } = hook;
  let params = order.params;
  for (let hops = 0; ; hops++) {
    const outcome = await sendOnce(deps, { ...order, params }, { url, method }, attempt);
    const location = outcome.kind === "answered" && outcome.status >= 300 ? outcome.location : undefined;
    if (location === undefined || hops === MOST_REDIRECTS) return { outcome, url };
    if (method === "POST") params = {};
    url = new URL(location, url).href;
    method = "GET";
  }
}

async function sendOnce(deps: AttemptsDeps, order: WebhookOrder, hook: Hook, attempt: Attempt): Promise<Outcome> {
  const { clock, chance, transport } = deps;
  const token = deps.authTokenOf(order.accountSid);
  const request = signRequest(token, hook.method, hook.url, order.params, attempt.idempotencyToken);
  const at = clock.now();
  const outcome = await clock.track(transport(request, attempt.timeoutMs));
  deps.record({
    sid: chance.sid("WH"),
    kind: order.kind,
    accountSid: order.accountSid,
    resourceSid: order.resourceSid,
    idempotencyToken: attempt.idempotencyToken,
    attempt: attempt.attempt,
    at,
    url: withoutFragment(hook.url),
    method: hook.method,
    params: order.params,
    fault: attempt.fault,
    status: outcome.kind === "answered" ? outcome.status : null,
    body: outcome.kind === "answered" ? outcome.body.slice(0, 4_000) : null,
    error: outcome.kind === "failed" ? outcome.message : null,
  });
  return outcome;
}
