import autocannon from "autocannon";
import { answerQuestions } from "../../../../rig/src/companion.ts";
import type { Town } from "../../../../rig/src/town.ts";
import type { SignedWebhook } from "../../../../rig/src/webhooks.ts";
import type { Phase, PhaseResult } from "../phases.ts";
import { signedWebhooks } from "../webhooks.ts";

export type LoadOrder = { url: string; town: Town; phase: Phase };

// The carrier, in a process of its own: all webhooks are signed before the first is posted.
answerQuestions<LoadOrder, PhaseResult>(async ({ url, town, phase }) => {
  const shares = inShares(signedWebhooks(town, phase.webhooks), phase.atOnce);
  return post(url, shares);
});

/** Posts each share over a connection of its own, one webhook after another. @throws when one was not accepted. */
function post(url: string, shares: SignedWebhook[][]): Promise<PhaseResult> {
  return new Promise((resolve, reject) => {
    const amount = shares.flat().length;
    const latenciesMs = new Float64Array(amount);
    const waiting = [...shares];
    let answered = 0;
    let startedAt = 0;
    let endedAt = 0;
    const instance = autocannon(
      { url, method: "POST", amount, connections: shares.length, setupClient: (client) => giveShare(client, waiting) },
      (error: unknown, result) => {
        if (error instanceof Error) return reject(error);
        const refused = result.non2xx + result.errors + result.timeouts;
        if (refused > 0 || answered !== amount)
          return reject(new Error(`Of ${amount} webhooks ${answered} were answered, ${refused} of them badly.`));
        resolve({ elapsedMs: endedAt - startedAt, latenciesMs });
      },
    );
    instance.on("response", (_client, _status, _bytes, ms) => {
      endedAt = performance.now();
      if (answered === 0) startedAt = endedAt - ms;
      latenciesMs[answered] = ms;
      answered += 1;
    });
  });
}

function giveShare(client: autocannon.Client, waiting: SignedWebhook[][]): void {
  client.setRequests((waiting.shift() ?? []).map((webhook) => ({ ...webhook, method: "POST" })));
}

function inShares<Item>(items: readonly Item[], count: number): Item[][] {
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_none, index) => items.slice(index * size, (index + 1) * size));
}
