import { createChance } from "../../../../simulator/src/chance.ts";
import { type Claim, scaled } from "../../claim.ts";
import { postMutants } from "./forgeries.ts";
import { postLarge } from "./large.ts";
import { replayDay } from "./replay.ts";
import { rotateUnderLoad } from "./rotation.ts";
import { sendSlowly } from "./slow.ts";
import { postAsOthers } from "./strangers.ts";
import { openStreet } from "./street.ts";
import { sayUnknownWords } from "./unknown-words.ts";
import { judgeVectors } from "./vectors.ts";

/** What one costs is measured: fewer would tell of the start of the server. */
const FEWEST_MUTANTS = 1_000;
const FEWEST_FLOODS = 100;

export const onlyTheCarrierIsHeard: Claim = {
  id: "G16",
  sentence:
    "Only the carrier is heard: a webhook is accepted when it is signed, whole and about its own number, and never otherwise.",
  async prove(proof) {
    const { scale, say } = proof;
    const chance = createChance(proof.seed);
    const mutants = scaled(10_000, scale, FEWEST_MUTANTS);
    const vectors = judgeVectors();
    const street = await openStreet(proof);
    try {
      say("Slow senders; mutants meanwhile …");
      const slow = await sendSlowly(street, chance, scaled(200, scale));
      const forged = await postMutants(street, chance, mutants);
      const strangers = await postAsOthers(street, chance);
      const words = await sayUnknownWords(street, chance);
      say("Large bodies …");
      const large = await postLarge(street, chance, scaled(500, scale, FEWEST_FLOODS));
      say("A token is rotated under load …");
      const rotation = await rotateUnderLoad(street, chance, scaled(2_000, scale));
      const ends = await slow.ended;
      say("A day of webhooks, twice …");
      const replay = await replayDay(street, chance, scaled(300, scale));
      return {
        method: METHOD,
        figures: [
          { name: "published vectors misjudged", measured: vectors.violations.length, promised: { is: 0 } },
          { name: "published vectors", measured: vectors.vectors, promised: { is: 49 } },
          { name: "mutants refused", measured: forged.mutants, promised: { atLeast: mutants } },
          { name: "processor time for a mutant", measured: forged.cpuMsEach, unit: "ms", promised: { atMost: 1 } },
          { name: "strangers refused", measured: strangers.tried },
          { name: "unknown words kept as they came", measured: words.words },
          { name: "bodies of a megabyte refused", measured: large.megabytes },
          { name: "processor time for one of them", measured: large.cpuMsEach, unit: "ms", promised: { atMost: 5 } },
          {
            name: "slowest webhook beside such bodies",
            measured: large.slowestOtherMs,
            unit: "ms",
            promised: { atMost: 1_000 },
          },
          { name: "slow senders", measured: slow.senders },
          { name: "slow senders ended after", measured: ends.endedAfterMs / 1000, unit: "s", promised: { atMost: 15 } },
          {
            name: "slowest webhook beside slow senders",
            measured: slow.slowestOtherMs,
            unit: "ms",
            promised: { atMost: 1_000 },
          },
          { name: "webhooks while a token was rotated", measured: rotation.webhooks },
          { name: "webhooks replayed", measured: replay.webhooks },
        ],
        violations: [vectors, forged, strangers, words, large, slow, ends, rotation, replay].flatMap(
          (one) => one.violations,
        ),
      };
    } finally {
      await street.close();
    }
  },
};

const METHOD = `The vectors of the test suites of Twilio's own libraries were judged. All else went to a running server by HTTP: valid requests in which one byte of the address, the form or the signature was changed; webhooks under another tenant's token, at its address, of its account or number, without a signature, to nobody; words that no carrier says yet; a signed body of 64 KiB, and one of a byte more; signed and forged bodies of a megabyte, beside ordinary webhooks; senders of one byte each quarter of a second, half of them in the headers, beside ordinary webhooks; webhooks while the owner changed the account's auth token, under the old token, then both, then the new one; and a day of calls, posted, and a day later posted again, after which every row of every table but the count of repetitions was compared.`;
