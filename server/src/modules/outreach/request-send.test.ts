import { expect, test } from "vitest";
import { recordConsent, recordOptOut } from "#compliance";
import { SYSTEM } from "#platform/scope.ts";
import { CUSTOMER, openDesk } from "../../../test/kit/desk.ts";
import { openLine } from "../../../test/kit/line.ts";
import { explainDecision } from "./explain.ts";
import { requestSend } from "./request-send.ts";

test("a second wish with the same cause gets the first decision, whatever it wants", async () => {
  const desk = await openDesk();
  const first = await desk.ask({ cause: "text_back:1", body: "One" });
  const second = await desk.ask({ cause: "text_back:1", body: "Two" });
  expect(second).toMatchObject({ id: first.id, outboundMessageId: first.outboundMessageId, verdict: "allowed" });
  expect((await desk.onlySend()).body).toBe("One");
});

test("a second wish with the same cause gets the first decision, though nothing could be decided any more", async () => {
  const desk = await openDesk();
  const first = await desk.ask({ cause: "text_back:1" });
  await desk.inside(({ tx }) => tx.updateTable("phone_numbers").set({ status: "released" }).execute());
  expect(await desk.ask({ cause: "text_back:1" })).toMatchObject({ id: first.id, isRepeated: true });
});

test("twenty at once with one cause queue one text", async () => {
  const desk = await openDesk();
  const decisions = await Promise.all(Array.from({ length: 20 }, () => desk.ask({ cause: "text_back:1" })));
  expect(new Set(decisions.map(({ id }) => id)).size).toBe(1);
  await desk.onlySend();
});

test("a refusal is kept with its inputs and can be explained", async () => {
  const desk = await openDesk();
  await desk.inside((scope) => recordOptOut(scope, { phone: CUSTOMER, source: "person" }));
  const decision = await desk.ask();
  expect(decision).toMatchObject({ verdict: "refused", reason: "opt_out", outboundMessageId: null });
  const explanation = await desk.inside((scope) => explainDecision(scope, decision.id));
  expect(explanation).toMatchObject({ verdict: "refused", requested_by: "test", inputs: { region: "TX" } });
  expect(explanation.rules.find(({ id }) => id === "opt_out")).toEqual({
    id: "opt_out",
    passed: false,
    sentence: "The person opted out of texts on 2026-03-03.",
    citation: "47 CFR 64.1200(a)(10)",
  });
  expect(await desk.sends()).toEqual([]);
});

test("of ten at once that may go out once a window, one goes out", async () => {
  const desk = await openDesk();
  const oncePer = Temporal.Duration.from({ minutes: 30 });
  const decisions = await Promise.all(Array.from({ length: 10 }, () => desk.ask({ oncePer })));
  expect(decisions.filter(({ verdict }) => verdict === "allowed")).toHaveLength(1);
  expect(decisions.filter(({ reason }) => reason === "once_per_window")).toHaveLength(9);
});

test("a person gets twenty automated texts an hour at most, whatever asks for them", async () => {
  const desk = await openDesk();
  const verdicts: string[] = [];
  for (let i = 0; i < 22; i++) verdicts.push((await desk.ask({ requestedBy: `asker ${i}` })).reason);
  expect(verdicts.filter((reason) => reason === "allowed").length).toBeLessThanOrEqual(20);
  expect(verdicts.at(-1)).not.toBe("allowed");
});

test("a condition that nobody understands does not hold", async () => {
  const desk = await openDesk();
  expect(await desk.ask({ conditions: [{ name: "still_due", data: {} }] })).toMatchObject({
    verdict: "refused",
    reason: "still_due",
  });
});

test("a text under a pen that has passed on is refused", async () => {
  const desk = await openDesk();
  const { id, ownership_token } = await desk.thread();
  const under = (token: number) => desk.ask({ conversationId: id, ownershipToken: token });
  expect((await under(ownership_token)).verdict).toBe("allowed");
  expect(await under(ownership_token - 1)).toMatchObject({ verdict: "refused", reason: "ownership" });
});

test("a forged caller id gets its owner ten texts a day, from forty businesses at once", async () => {
  const { house } = await openDesk();
  const victim = "+15125550177";
  const lines: Awaited<ReturnType<typeof openLine>>[] = [];
  for (let i = 0; i < 40; i++) lines.push(await openLine(house, { phoneNumber: `+1512555${2000 + i}` }));
  const decisions = await Promise.all(
    lines.map(({ tenantId, numberId }) =>
      house.ports.scope(tenantId, SYSTEM, async (scope) => {
        await recordConsent(scope, { phone: victim, kind: "implied", source: "call" });
        return requestSend(scope, {
          cause: "text_back:1",
          class: "conversational",
          requestedBy: "text_back",
          recipient: victim,
          phoneNumberId: numberId,
          body: "Sorry we missed your call",
          validFor: Temporal.Duration.from({ minutes: 10 }),
        });
      }),
    ),
  );
  expect(decisions.filter(({ verdict }) => verdict === "allowed")).toHaveLength(10);
  expect(decisions.filter(({ reason }) => reason === "unprompted_limit")).toHaveLength(30);
});
