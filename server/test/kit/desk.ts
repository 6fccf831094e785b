import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { recordConsent } from "#compliance";
import { findOrCreateContact } from "#contacts";
import { requestSend, type SendWish } from "#outreach";
import { type Scope, SYSTEM } from "#platform/scope.ts";
import { openConversation } from "../../src/modules/conversations/open-conversation.ts";
import { type TestClock, testClock } from "./clock.ts";
import { openTestHouse, TUESDAY_MORNING } from "./house.ts";
import { openLine } from "./line.ts";
import { scriptedCarrier } from "./scripted-carrier.ts";

export const CUSTOMER = "+15125550142";

/** A business with a carrier in memory and a customer who agreed to texts. */
export async function openDesk(options: { at?: string; clock?: TestClock } = {}) {
  const clock = options.clock ?? testClock(options.at ?? TUESDAY_MORNING);
  const carrier = scriptedCarrier(clock);
  const house = await openTestHouse({ clock, telephony: carrier });
  const line = await openLine(house);
  const inside = <Result>(work: (scope: Scope) => Promise<Result>) => house.ports.scope(line.tenantId, SYSTEM, work);
  await inside((scope) => recordConsent(scope, { phone: CUSTOMER, kind: "express", source: "test" }));
  let wishes = 0;
  const wish = (changes: Partial<SendWish> = {}): SendWish => ({
    cause: `test:${(wishes += 1)}`,
    class: "conversational",
    requestedBy: "test",
    recipient: CUSTOMER,
    phoneNumberId: line.numberId,
    body: `Hello number ${wishes}`,
    validFor: Temporal.Duration.from({ minutes: 10 }),
    ...changes,
  });
  return {
    house,
    line,
    carrier,
    clock,
    inside,
    wish,
    ask: (changes: Partial<SendWish> = {}) => inside((scope) => requestSend(scope, wish(changes))),
    /** Moves the clock on in steps, so that each timer finds its moment. */
    async pass(seconds: number, step = 5) {
      for (let passed = 0; passed < seconds; passed += step) {
        clock.advance({ seconds: step });
        await house.settled();
      }
    },
    async sends() {
      return inside((scope) => scope.tx.selectFrom("outbound_messages").selectAll().orderBy("id").execute());
    },
    async onlySend() {
      const [send, ...others] = await inside((scope) => scope.tx.selectFrom("outbound_messages").selectAll().execute());
      expect(others).toEqual([]);
      if (send === undefined) throw new Error("Nothing was queued.");
      return send;
    },
    /** The customer calls, and nobody picks up. */
    async callsInVain(from = CUSTOMER) {
      const sid = `CA${randomBytes(16).toString("hex")}`;
      await line.post("voice", line.call(sid, from));
      await line.post("dial-result", {
        ...line.call(sid, from),
        DialCallStatus: "no-answer",
        CallStatus: "in-progress",
      });
      await house.settled();
    },
    textBacks: () =>
      inside((scope) =>
        scope.tx.selectFrom("text_backs").select(["outcome", "reason", "wording"]).orderBy("id").execute(),
      ),
    tasks: () =>
      inside((scope) => scope.tx.selectFrom("activities").select(["type", "subject", "description"]).execute()),
    async thread() {
      return inside(async (scope) => {
        const contact = await findOrCreateContact(scope, { phone: CUSTOMER, source: "test" });
        const opening = { customerPhone: CUSTOMER, phoneNumberId: line.numberId, contactId: contact.id };
        return openConversation(scope, opening);
      });
    },
    /** What the carrier posts about a message of ours. */
    report: (sid: string, status: string, about: { oid?: string; errorCode?: number } = {}) =>
      line.post(
        "sms-status",
        {
          AccountSid: line.accountSid,
          MessageSid: sid,
          MessageStatus: status,
          From: line.phone,
          To: CUSTOMER,
          ...(about.errorCode === undefined ? {} : { ErrorCode: String(about.errorCode) }),
        },
        about.oid === undefined ? {} : { query: `?oid=${about.oid}` },
      ),
    /** What the carrier posts when the customer writes. */
    customerWrites: (body: string, extra: Record<string, string> = {}, topic = "sms") =>
      line.post(topic, {
        AccountSid: line.accountSid,
        MessageSid: `SM${randomBytes(16).toString("hex")}`,
        From: CUSTOMER,
        To: line.phone,
        Body: body,
        NumMedia: "0",
        NumSegments: "1",
        ...extra,
      }),
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
