import { randomBytes } from "node:crypto";
import twilio from "twilio";
import { addNumber, type NewNumber } from "#numbers";
import { createTenant } from "#tenants";
import type { House } from "../../src/compose.ts";

export type Params = Record<string, string>;

/** A business's number whose carrier is the test: it signs and posts webhooks itself. */
export type SignedLine = {
  tenantId: string;
  numberId: string;
  phone: string;
  accountSid: string;
  authToken: string;
  hookToken: string;
  /** Posts a signed form. Returns the status and the body of the answer. */
  post(topic: string, params: Params, how?: Posting): Promise<Answer>;
  /** Posts bytes as they are; without `signature` none is sent. */
  postRaw(topic: string, body: string | Buffer, headers: Params): Promise<Answer>;
  /** The fields of every webhook of a call from `from`. */
  call(callSid: string, from: string): Params;
};
export type Posting = { query?: string; authToken?: string };
export type Answer = { status: number; body: string; headers: Record<string, unknown> };

export const PUBLIC_URL = "https://nmc.example.test";

/** Opens a business with one number in a house. */
export async function openLine(house: House, spec: Partial<NewNumber> = {}): Promise<SignedLine> {
  const tenantId = await createTenant(house.ports, {
    business: { business_name: "Rivera Plumbing", timezone: "America/Chicago", trade_type: "plumbing" },
  });
  const phone = spec.phoneNumber ?? "+15125550100";
  const accountSid = spec.accountSid ?? `AC${randomBytes(16).toString("hex")}`;
  const authToken = spec.authToken ?? randomBytes(16).toString("hex");
  const numberId = await addNumber(house.ports, {
    tenantId,
    phoneNumber: phone,
    phoneNumberSid: `PN${randomBytes(16).toString("hex")}`,
    accountSid,
    authToken,
    forwardTo: ["+15125550101"],
    ...spec,
  });
  const { hook_token: hookToken } = await house.ports.database.platform
    .selectFrom("phone_numbers")
    .select("hook_token")
    .where("id", "=", numberId)
    .executeTakeFirstOrThrow();

  const pathOf = (topic: string, query = "") => `/hooks/t/${hookToken}/${topic}${query}`;
  const postRaw: SignedLine["postRaw"] = async (topic, body, headers) => {
    const answer = await house.app.inject({ method: "POST", url: pathOf(topic), headers, payload: body });
    return { status: answer.statusCode, body: answer.body, headers: answer.headers };
  };
  return {
    tenantId,
    numberId,
    phone,
    accountSid,
    authToken,
    hookToken,
    postRaw,
    async post(topic, params, { query, authToken: token = authToken } = {}) {
      const url = pathOf(topic, query);
      const answer = await house.app.inject({
        method: "POST",
        url,
        headers: {
          "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
          "x-twilio-signature": twilio.getExpectedTwilioSignature(token, `${PUBLIC_URL}${url}`, params),
        },
        payload: new URLSearchParams(params).toString(),
      });
      return { status: answer.statusCode, body: answer.body, headers: answer.headers };
    },
    call: (callSid, from) => ({
      CallSid: callSid,
      AccountSid: accountSid,
      From: from,
      Caller: from,
      To: phone,
      Called: phone,
      Direction: "inbound",
      CallStatus: "ringing",
      ApiVersion: "2010-04-01",
      FromCity: "AUSTIN",
      FromState: "TX",
      FromCountry: "US",
    }),
  };
}
