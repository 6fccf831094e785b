import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { verifySignature } from "../../../../server/src/providers/telephony/signature.ts";

const published = z.object({
  vectors: z.array(
    z.object({
      name: z.string(),
      token: z.string(),
      url: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
      body: z.string().optional(),
      signature: z.string().nullable(),
      valid: z.boolean(),
    }),
  ),
});

/** Twilio's C# library minds the case of a host, its Node library does not; the host is our own PUBLIC_URL. */
const DISAGREED = "host in mixed case, signature of the lower-case URL";

/** Judges the vectors that Twilio's own libraries are tested with (MIT; the file names their places). */
export function judgeVectors(judge = verifySignature): { vectors: number; violations: string[] } {
  const { vectors } = published.parse(JSON.parse(readFileSync(join(import.meta.dirname, "vectors.json"), "utf8")));
  const wrong = vectors.filter(({ name, token, url, params = {}, body = "", signature, valid }) => {
    const request = { authTokens: [token], url, params, signature: signature ?? "", rawBody: Buffer.from(body) };
    return judge(request) !== (valid || name === DISAGREED);
  });
  return { vectors: vectors.length, violations: wrong.map(({ name }) => `A published vector is misjudged: ${name}.`) };
}
