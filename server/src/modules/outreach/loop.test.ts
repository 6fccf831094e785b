import { expect, test } from "vitest";
import { MOST_MACHINE_EXCHANGES, machineExchanges, type Uttered } from "./loop.ts";

const START = Temporal.Instant.from("2026-03-03T16:00:00Z");
const said = (seconds: number, body: string): Uttered => ({ at: START.add({ seconds }), body });

test("two machines that answer each other are caught after six answers", () => {
  const received: Uttered[] = [];
  const sent: Uttered[] = [];
  for (let turn = 0; machineExchanges(received, sent) < MOST_MACHINE_EXCHANGES; turn++) {
    received.push(said(turn * 8, `Thanks for your message, we will get back to you! Ticket ${turn}`));
    sent.push(said(turn * 8 + 1, "What can we help you with?"));
    expect(sent.length).toBeLessThanOrEqual(MOST_MACHINE_EXCHANGES + 1);
  }
});

test("an echo of our own words is a machine's", () => {
  const ours = [said(0, "Hi, this is Mario's Plumbing. What can we help you with?")];
  expect(machineExchanges([said(90, "hi, this is MARIO'S plumbing - what can we help you with")], ours)).toBe(1);
});

test.each(["Automatic reply: I am on vacation", "I'm driving and will answer later", "Respuesta automática"])(
  "%j says itself that it is a machine's",
  (body) => {
    expect(machineExchanges([said(300, body)], [])).toBe(1);
  },
);

test("a person who books a visit in a hurry is no machine", () => {
  const received = ["my heater died", "12 Oak St, Austin 78704", "yes", "2", "Maria Lopez", "yes", "ok thanks", "yes"];
  const sent = received.map((_text, i) => said(i * 10 + 1, `Question ${i}?`));
  expect(
    machineExchanges(
      received.map((body, i) => said(i * 10 + 9, body)),
      sent,
    ),
  ).toBe(0);
});

test("a long text within a second of ours was not typed", () => {
  const long = "I would like to confirm that your message was received by our customer care department.";
  expect(machineExchanges([said(1, long)], [said(0, "Hello")])).toBe(1);
  expect(machineExchanges([said(40, long)], [said(0, "Hello")])).toBe(0);
});
