import { expect, it } from "vitest";
import type { SignedWebhook } from "../../../../rig/src/webhooks.ts";
import { verifySignature } from "../../../../server/src/providers/telephony/signature.ts";
import { TEST_SECRET } from "../../../../server/test/kit/cluster.ts";
import { cloneDatabase } from "../../../../server/test/kit/database.ts";
import { createChance } from "../../../../simulator/src/chance.ts";
import { judge } from "../../judge.ts";
import { onlyTheCarrierIsHeard } from "./authentic.ts";
import { mutantOf } from "./mutants.ts";
import { judgeVectors } from "./vectors.ts";

const WEBHOOK = { path: "/hooks/t/abc/voice", headers: { "x-twilio-signature": "c2ln" }, body: "From=%2B1512&To=a" };

it("hears only the carrier: the short form", async () => {
  const databases = { secret: TEST_SECRET, copy: cloneDatabase };
  const verdict = await judge(onlyTheCarrierIsHeard, { databases, seed: 1, scale: 0.01, say: () => undefined });
  expect(verdict).toMatchObject({ holds: true, evidence: { violations: [] } });
}, 120_000);

it("finds a judge of signatures that lets everything pass, and one that lets nothing pass", () => {
  expect(judgeVectors(() => true).violations).not.toEqual([]);
  expect(judgeVectors(() => false).violations).not.toEqual([]);
  expect(judgeVectors((request) => verifySignature({ ...request, authTokens: [] })).violations).not.toEqual([]);
});

it("changes one byte of a request, the same one under the same seed", () => {
  const mutants = Array.from({ length: 300 }, (_none, place) => mutantOf(WEBHOOK, createChance(7), place));
  const again = Array.from({ length: 300 }, (_none, place) => mutantOf(WEBHOOK, createChance(7), place));
  expect(mutants).toEqual(again);
  for (const mutant of mutants) expect(differences(text(mutant), text(WEBHOOK))).toBe(1);
});

const text = ({ path, headers, body }: SignedWebhook) => `${path} ${headers["x-twilio-signature"]} ${body}`;

function differences(one: string, other: string): number {
  expect(one).toHaveLength(other.length);
  return [...one].filter((char, place) => char !== other[place]).length;
}
