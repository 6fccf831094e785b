import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";
import { missedDecision, SHORTEST_TALK_SECONDS } from "./missed.ts";
import { answeredAfterScreening, ofCall, ofLeg } from "./testing/stories.ts";

const arrives = (mode: string) => ofCall(0, "voice", { CallStatus: "ringing", ring_plan: { mode, ring_seconds: 20 } });
const dialed = (DialCallStatus: string, more: Record<string, string> = {}) =>
  ofCall(25, "dial-result", { CallStatus: "in-progress", DialCallStatus, ...more });
const ended = (CallStatus: string) => ofCall(30, "call-status", { CallStatus });
const pickedUp = ofLeg(10, "leg-status", { CallStatus: "in-progress" });
const pickedUpBy = (AnsweredBy: string) => ofLeg(10, "leg-status", { CallStatus: "in-progress", AnsweredBy });
const asked = ofLeg(11, "whisper", { CallStatus: "in-progress" });
const pressed = (Digits: string) => ofLeg(14, "whisper-result", { CallStatus: "in-progress", Digits });
const listed = (CallStatus: string) => ofCall(30, "call-listed", { CallStatus });
const legListed = (CallStatus: string, seconds: number) =>
  ofLeg(30, "leg-listed", { CallStatus, CallDuration: String(seconds) });

const bridgedFor = (seconds: number) => dialed("completed", { DialBridged: "true", DialCallDuration: String(seconds) });
const notBridged = dialed("completed", { DialBridged: "false" });

const missedFor = (reason: string) => ({ kind: "missed", reason });
const answered = { kind: "answered" };
const undecided = { kind: "undecided" };

/** What is heard, what follows at once, and what follows when nothing more is heard (the same unless given). */
type Row = [what: string, events: ReturnType<typeof ofCall>[], now: object, later?: object];

const table: Row[] = [
  ["a number that calls are forwarded to: missed on arrival", [arrives("forwarded")], missedFor("forwarded")],
  ["nobody to ring: missed on arrival", [arrives("nobody")], missedFor("nobody_to_ring")],
  ["our own ringing came back to us", [arrives("returned"), ended("busy")], { kind: "not_counted" }],

  ["nobody answers", [arrives("screened"), dialed("no-answer")], missedFor("no_answer")],
  ["busy", [arrives("screened"), dialed("busy")], missedFor("busy")],
  ["failed", [arrives("screened"), dialed("failed")], missedFor("failed")],
  ["canceled", [arrives("screened"), dialed("canceled")], missedFor("canceled")],
  ["nobody answers, without screening", [arrives("unscreened"), dialed("no-answer")], missedFor("no_answer")],
  ["nobody answers, the arrival being late", [dialed("no-answer")], missedFor("no_answer")],

  ["somebody presses 1", [arrives("screened"), pickedUp, asked, pressed("1"), bridgedFor(61)], answered],
  ["somebody presses 1 for a short talk", [arrives("screened"), pickedUp, pressed("1"), bridgedFor(2)], answered],
  ["a talk that goes on", [arrives("screened"), pickedUp, asked, pressed("1")], answered],
  ["connected, the key press being lost", [arrives("screened"), pickedUp, bridgedFor(61)], answered],
  ["a caller who leaves as 1 is pressed", [arrives("screened"), pressed("1"), notBridged], missedFor("caller_hung_up")],
  [
    "voicemail picks up, nobody presses 1",
    [arrives("screened"), pickedUp, asked, notBridged],
    missedFor("not_accepted"),
  ],
  [
    "voicemail picks up, then all gave up",
    [arrives("screened"), pickedUp, asked, dialed("no-answer")],
    missedFor("not_accepted"),
  ],
  ["another key is pressed", [arrives("screened"), pickedUp, pressed("2"), notBridged], missedFor("not_accepted")],
  ["a machine is detected", [arrives("screened"), pickedUpBy("machine_start"), notBridged], missedFor("voicemail")],
  [
    "a machine is detected and connected",
    [arrives("screened"), pickedUpBy("machine_end_beep"), bridgedFor(61)],
    missedFor("voicemail"),
  ],
  [
    "an older account does not say whether they were connected, and nobody pressed 1",
    [arrives("screened"), pickedUp, asked, dialed("completed", { DialCallDuration: "20" })],
    undecided,
    missedFor("not_accepted"),
  ],

  ["connected for long, without screening", [arrives("unscreened"), pickedUp, bridgedFor(61)], answered],
  ["connected for just long enough", [arrives("unscreened"), bridgedFor(SHORTEST_TALK_SECONDS)], answered],
  ["connected for too short", [arrives("unscreened"), bridgedFor(SHORTEST_TALK_SECONDS - 1)], missedFor("too_short")],
  [
    "connected to a machine",
    [arrives("unscreened"), pickedUpBy("machine_start"), bridgedFor(61)],
    missedFor("voicemail"),
  ],
  ["connected to a fax", [arrives("unscreened"), pickedUpBy("fax"), bridgedFor(61)], missedFor("voicemail")],
  [
    "connected, as older accounts are told",
    [arrives("unscreened"), dialed("completed", { DialCallDuration: "61" })],
    answered,
  ],
  ["connected in a conference", [arrives("unscreened"), dialed("answered", { DialCallDuration: "61" })], answered],
  ["connected, the arrival being late", [bridgedFor(61)], undecided, answered],
  ["connected by pressing 1, the arrival being late", [pressed("1"), bridgedFor(61)], answered],

  ["it rings", [arrives("screened")], undecided, missedFor("unreported")],
  ["it rings, without screening", [arrives("unscreened")], undecided, missedFor("unreported")],
  ["it talks, without screening", [arrives("unscreened"), pickedUp], undecided, answered],
  [
    "a machine talks, without screening",
    [arrives("unscreened"), pickedUpBy("machine_start")],
    undecided,
    missedFor("voicemail"),
  ],
  ["the question was never answered", [arrives("screened"), pickedUp, asked], undecided, missedFor("unreported")],

  [
    "the caller hangs up while it rings",
    [arrives("screened"), ended("completed")],
    undecided,
    missedFor("caller_hung_up"),
  ],
  [
    "the caller hangs up during the question",
    [arrives("screened"), pickedUp, asked, ended("completed")],
    undecided,
    missedFor("caller_hung_up"),
  ],
  [
    "the carrier says that the caller was not answered",
    [arrives("screened"), ended("no-answer")],
    missedFor("caller_hung_up"),
  ],
  ["the carrier says that the caller canceled", [arrives("screened"), ended("canceled")], missedFor("caller_hung_up")],
  ["the call itself fails", [arrives("screened"), ended("failed")], missedFor("failed")],
  ["the call itself is busy", [arrives("screened"), ended("busy")], missedFor("busy")],
  [
    "it ended after 1 was pressed, the result being lost",
    [arrives("screened"), pressed("1"), ended("completed")],
    answered,
  ],
  [
    "it ended after a talk, the result being lost",
    [arrives("unscreened"), pickedUp, ended("completed")],
    undecided,
    answered,
  ],

  ["the carrier's list knows it, and nothing else does", [listed("completed")], undecided, missedFor("failed")],
  ["the carrier's list knows that it was not answered", [listed("no-answer")], missedFor("caller_hung_up")],
  [
    "the carrier's list knows of the talk, without screening",
    [arrives("unscreened"), listed("completed"), legListed("completed", 61)],
    undecided,
    answered,
  ],
  [
    "the carrier's list knows of a talk that nobody is known to have accepted",
    [arrives("screened"), listed("completed"), legListed("completed", 61)],
    undecided,
    missedFor("caller_hung_up"),
  ],
  [
    "the carrier's list knows of a phone that was not answered",
    [arrives("unscreened"), listed("completed"), legListed("no-answer", 0)],
    undecided,
    missedFor("caller_hung_up"),
  ],

  ["an unknown status of the ringing", [arrives("screened"), dialed("levitating")], undecided, missedFor("unreported")],
  ["an unknown status of the call", [arrives("screened"), ended("levitating")], undecided, missedFor("unreported")],
  [
    "an unknown status, then a known one",
    [arrives("screened"), dialed("levitating"), ended("no-answer")],
    missedFor("caller_hung_up"),
  ],

  [
    "a call that we made",
    [ofCall(0, "call-status", { Direction: "outbound-api", CallStatus: "no-answer" })],
    { kind: "not_counted" },
  ],
];

describe("answered or missed", () => {
  it.each(table)("%s", (_what, events, now, later = now) => {
    expect(missedDecision(fold(events), false)).toEqual(now);
    expect(missedDecision(fold(events), true)).toEqual(later);
  });

  it("always comes to a decision once nothing more will be heard", () => {
    const anything = fc.subarray(table.flatMap(([, events]) => events));
    fc.assert(fc.property(anything, (events) => missedDecision(fold(events), true).kind !== "undecided"));
  });

  it("is not taken back by what comes after it, in whatever order the events of a call come", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...answeredAfterScreening], { minLength: 6 }), (events) => {
        const verdicts = events.map((_event, index) => missedDecision(fold(events.slice(0, index + 1)), false).kind);
        expect(verdicts).not.toContain("missed");
        expect(verdicts.lastIndexOf("undecided")).toBeLessThan(verdicts.indexOf("answered"));
      }),
    );
  });
});
