import twilio from "twilio";
import { describe, expect, it } from "vitest";
import { readMaterial } from "../testing/material.ts";
import { signRequest } from "./signing.ts";

interface Vector {
  name: string;
  token: string;
  url: string;
  params?: Record<string, string | string[]>;
  signature: string;
  valid: boolean;
}

const vectors = readMaterial<{ vectors: Vector[] }>("twilio-signature", "vectors.json")?.vectors ?? [];
/** Webhooks of the simulator have one value a parameter. */
const isPlain = ({ params }: Vector): boolean =>
  params !== undefined && Object.values(params).every((value) => typeof value === "string");

describe("signatures", () => {
  it("are those of a published example", () => {
    const params = {
      CallSid: "CA1234567890ABCDE",
      Caller: "+14158675309",
      Digits: "1234",
      From: "+14158675309",
      To: "+18005551212",
    };
    const request = signRequest("12345", "POST", "https://mycompany.com/myapp.php?foo=1&bar=2#rc=3", params, "token");
    expect(request.headers["X-Twilio-Signature"]).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    expect(request.url).toBe("https://mycompany.com/myapp.php?foo=1&bar=2");
  });

  it("cover the query when the method is GET, and verify", () => {
    const request = signRequest("secret", "GET", "https://a.test/x?y=1", { Body: "ñ & +" }, "token");
    expect(request.body).toBeUndefined();
    expect(request.url).toBe("https://a.test/x?y=1&Body=%C3%B1+%26+%2B");
    expect(twilio.validateRequest("secret", request.headers["X-Twilio-Signature"] ?? "", request.url, {})).toBe(true);
  });

  it.runIf(vectors.length > 0)("verify for the URL and parameters of every published vector", () => {
    for (const { name, token, url, params } of vectors.filter(isPlain)) {
      const request = signRequest(token, "POST", url, params as Record<string, string>, "token");
      const signature = request.headers["X-Twilio-Signature"] ?? "";
      expect(twilio.validateRequest(token, signature, url, params ?? {}), name).toBe(true);
    }
  });
});
