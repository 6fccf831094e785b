import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SignedRequest, verifySignature } from "./signature.ts";

type Params = SignedRequest["params"];
const BASE = "https://mycompany.com/myapp.php?foo=1&bar=2";
const CALL: Params = {
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
};

const verify = (url: string, signature: string, params: Params = CALL, body = "", authTokens = ["12345"]) =>
  verifySignature({ authTokens, url, params, signature, rawBody: Buffer.from(body) });

/** The vectors of the test suites of Twilio's own libraries (MIT). */
describe("a signature of Twilio's", () => {
  it.each<[string, string, string, Params?]>([
    ["of a form", BASE, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
    [
      "of a form, received on a port of our own",
      "https://mycompany.com:1234/myapp.php?foo=1&bar=2",
      "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    ],
    ["made with the standard port", BASE, "kvajT1Ptam85bY51eRf/AJRuM3w="],
    ["made with the standard port of http", BASE.replace("https", "http"), "0ZXoZLH/DfblKGATFgpif+LLRf4="],
    [
      "made with another port of http",
      "http://mycompany.com:1234/myapp.php?foo=1&bar=2",
      "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    ],
    ["of a URL with a user and password", BASE.replace("//", "//user:pass@"), "CukzLTc1tT5dXEDIHm/tKBanW10="],
    ["of a URL with a user", BASE.replace("//", "//user@"), "2YRLlVAflCqxaNicjMpJcSTgzSs="],
    ["of both, made with the standard port", BASE.replace("//", "//user:pass@"), "ZQFR1PTIZXF2MXB8ZnKCvnnA+rI="],
    [
      "of repeated parameters",
      BASE,
      "83O6e2vORAoJHUNzJjDWN1jz+BA=",
      { "MessagingBinding.Address": ["+1325xxxxxxx", "+1415xxxxxxx"] },
    ],
    [
      "of repeated parameters in another order",
      BASE,
      "83O6e2vORAoJHUNzJjDWN1jz+BA=",
      { "MessagingBinding.Address": ["+1415xxxxxxx", "+1325xxxxxxx"] },
    ],
    [
      "of keys of which one begins another",
      BASE,
      "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
      { Sid: "CA123", SidAccount: "AC123", Digits: ["5678", "1234", "1234"] },
    ],
    ["of an unescaped quote", `${BASE}&Body=It's+amazing`, "TfZzewPq8wqrGlMfyAud8+/IvJ0="],
  ])("%s is right", (_what, url, signature, params) => {
    expect(verify(url, signature, params)).toBe(true);
  });

  const JSON_BODY = '{"property": "value", "boolean": true}';
  const JSON_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
  const EMPTY_HASH = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

  it.each([
    ["of JSON", `${BASE}&bodySHA256=${JSON_HASH}`, "a9nBmqA0ju/hNViExpshrM61xv4=", JSON_BODY],
    [
      "of JSON with no other query",
      `https://mycompany.com/myapp.php?bodySHA256=${JSON_HASH}`,
      "y77kIzt2vzLz71DgmJGsen2scGs=",
      JSON_BODY,
    ],
    ["of empty JSON", `${BASE}&bodySHA256=${EMPTY_HASH}`, "Ldidvp12m26NI7eqEvxnEpkd9Hc=", "{}"],
  ])("%s is right, and wrong for another body", (_what, url, signature, body) => {
    expect(verify(url, signature, {}, body)).toBe(true);
    expect(verify(url, signature, {}, `${body} `)).toBe(false);
    expect(verify(url, signature, {}, "")).toBe(false);
  });

  it("counts under the previous token too, and under no other", () => {
    const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    expect(verify(BASE, signature, CALL, "", ["new", "12345"])).toBe(true);
    expect(verify(BASE, signature, CALL, "", ["new", "older"])).toBe(false);
    expect(verify(BASE, signature, CALL, "", [])).toBe(false);
  });
});

describe("what was changed after signing", () => {
  const body = new URLSearchParams(CALL as Record<string, string>).toString();
  const signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  const parse = (form: string): Params => {
    const fields: Record<string, string[]> = {};
    for (const [key, value] of new URLSearchParams(form)) (fields[key] ??= []).push(value);
    return Object.fromEntries(
      Object.entries(fields).map(([key, values]) => [key, values.length > 1 ? values : (values[0] ?? "")]),
    );
  };
  const place = (length: number) => fc.record({ at: fc.nat(length - 1), becomes: fc.integer({ min: 33, max: 126 }) });
  const mutate = (whole: string, { at, becomes }: { at: number; becomes: number }) =>
    whole.slice(0, at) + String.fromCharCode(becomes) + whole.slice(at + 1);
  const same = (one: Params, other: Params) =>
    JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

  it("by one byte of the signature is refused, 10,000 times", () => {
    fc.assert(
      fc.property(place(signature.length), (mutation) => {
        const mutant = mutate(signature, mutation);
        expect(verify(BASE, mutant)).toBe(mutant === signature);
      }),
      { numRuns: 10_000 },
    );
  });

  it("by one byte of the path or query is refused, 10,000 times", () => {
    const path = "/myapp.php?foo=1&bar=2";
    fc.assert(
      fc.property(place(path.length), (mutation) => {
        const mutant = `https://mycompany.com${mutate(path, mutation)}`;
        // A backslash is a slash to whoever reads the address: it stays the same one.
        const isSame = URL.canParse(mutant) && new URL(mutant).href === BASE;
        expect(verify(mutant, signature)).toBe(isSame);
      }),
      { numRuns: 10_000 },
    );
  });

  it("by one byte of the form is refused, 10,000 times", () => {
    fc.assert(
      fc.property(place(body.length), (mutation) => {
        const mutant = parse(mutate(body, mutation));
        expect(verify(BASE, signature, mutant)).toBe(same(mutant, CALL));
      }),
      { numRuns: 10_000 },
    );
  });
});

type Vector = {
  name: string;
  token: string;
  url: string;
  params?: Params;
  body?: string;
  signature: string | null;
  valid: boolean;
};
const material = process.env["NMC_MATERIAL"] && join(process.env["NMC_MATERIAL"], "twilio-signature", "vectors.json");
const vectors =
  material && existsSync(material) ? (JSON.parse(readFileSync(material, "utf8")).vectors as Vector[]) : [];

/** Twilio's C# library minds the case of a host, its Node library does not; the host is our own PUBLIC_URL. */
const DISAGREED = "host in mixed case, signature of the lower-case URL";

it.runIf(vectors.length > 0)("every published vector is judged as published", () => {
  for (const { name, token, url, params = {}, body = "", signature, valid } of vectors) {
    expect(verify(url, signature ?? "", params, body, [token]), name).toBe(valid || name === DISAGREED);
  }
});
