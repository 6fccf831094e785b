/** What may be retried: a status class, a failed connection (ct), a read time-out (rt). */
export type RetryReason = "4xx" | "5xx" | "ct" | "rt";

export interface ConnectionOverrides {
  connectTimeoutMs: number;
  readTimeoutMs: number;
  totalTimeMs: number;
  retryCount: number;
  retryOn: ReadonlySet<RetryReason>;
}

const reasons: readonly RetryReason[] = ["4xx", "5xx", "ct", "rt"];

/**
 * Reads the fragment of a webhook URL, e.g. `#rc=5&rp=all&rt=4000&tt=15000`; what is absent or unreadable keeps its default,
 * what is out of range is brought into it. Source: Twilio, "Webhooks: connection overrides".
 */
export function readConnectionOverrides(url: string): ConnectionOverrides {
  const fragment = new URLSearchParams(url.includes("#") ? url.slice(url.indexOf("#") + 1) : "");
  const within = (key: string, least: number, most: number, otherwise: number): number => {
    const text = fragment.get(key);
    return text === null || !/^\d+$/.test(text) ? otherwise : Math.min(Math.max(Number(text), least), most);
  };
  return {
    connectTimeoutMs: within("ct", 100, 10_000, 5_000),
    readTimeoutMs: within("rt", 100, 15_000, 15_000),
    totalTimeMs: within("tt", 100, 15_000, 15_000),
    retryCount: within("rc", 0, 5, 1),
    retryOn: readPolicy(fragment.get("rp") ?? "ct"),
  };
}

function readPolicy(policy: string): ReadonlySet<RetryReason> {
  const named = policy.split(",");
  return new Set(named.includes("all") ? reasons : reasons.filter((reason) => named.includes(reason)));
}
