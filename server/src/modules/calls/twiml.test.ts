import { describe, expect, it } from "vitest";
import { noticeOf, promisesText } from "./notice.ts";
import { planRinging } from "./ring-plan.ts";
import { acceptedOrNot, askToAccept, ringPhones, sayAndHangUp } from "./twiml.ts";

const number = {
  installation: "own" as const,
  forwardTo: ["+15125550101", "+15125550102"],
  ringStrategy: "together" as const,
  ringTimeoutSeconds: 18,
  screeningEnabled: true,
};
const RETRIES = "#rc=5&amp;rp=all&amp;rt=4000&amp;tt=15000";

describe("what the carrier is told to do", () => {
  it("rings all phones together and asks whoever picks up", () => {
    expect(ringPhones({ ...number, forwardTo: ["+15125550101"] })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response>' +
        `<Dial action="dial-result${RETRIES}" timeout="18" answerOnBridge="true">` +
        `<Number statusCallback="leg-status${RETRIES}" statusCallbackEvent="initiated ringing answered completed" url="whisper${RETRIES}">+15125550101</Number>` +
        "</Dial></Response>",
    );
    expect(ringPhones(number).match(/<Number /g)).toHaveLength(2);
    expect(ringPhones(number)).not.toContain("sequential");
  });

  it("rings them in turn, and without a question, where that is wanted", () => {
    const twiml = ringPhones({ ...number, ringStrategy: "in_turn", screeningEnabled: false });
    expect(twiml).toContain('sequential="true"');
    expect(twiml).not.toContain("whisper");
  });

  it("hangs up on whoever does not press a key, and on any key but 1", () => {
    expect(askToAccept()).toMatch(
      /<Gather action="whisper-result[^"]*" numDigits="1".*<\/Gather><Hangup\/><\/Response>$/,
    );
    expect(acceptedOrNot("1")).toContain("<Response/>");
    for (const digits of ["2", "", "11", undefined]) expect(acceptedOrNot(digits)).toContain("<Hangup/>");
  });

  it("cannot be told something else by the name of a business", () => {
    const notice = noticeOf({
      businessName: '</Say><Dial>+900</Dial> & "Sons" 🚿',
      customerPhone: null,
      textsBack: true,
    });
    expect(sayAndHangUp(notice)).toContain("&lt;/Say&gt;&lt;Dial&gt;+900&lt;/Dial&gt; &amp;");
  });
});

describe("what is done with a call that arrives", () => {
  it.each([
    ["it rings and asks", {}, undefined, { mode: "screened", ring_seconds: 18 }],
    ["it rings", { screeningEnabled: false }, undefined, { mode: "unscreened", ring_seconds: 18 }],
    ["it rings in turn", { ringStrategy: "in_turn" as const }, undefined, { mode: "screened", ring_seconds: 36 }],
    [
      "it was not answered elsewhere",
      { installation: "forwarded" as const },
      "+15125550101",
      { mode: "forwarded", ring_seconds: 0 },
    ],
    ["there is nobody", { forwardTo: [] }, undefined, { mode: "nobody", ring_seconds: 0 }],
    ["our own ringing came back", {}, "+15125550102", { mode: "returned", ring_seconds: 0 }],
    ["another number forwards here", {}, "+15125550177", { mode: "screened", ring_seconds: 18 }],
  ])("%s", (_what, change, forwardedFrom, plan) => {
    expect(planRinging({ ...number, ...change }, forwardedFrom)).toEqual(plan);
  });
});

describe("what the caller is told", () => {
  it.each([
    ["+15125550142", true, true],
    ["+15125550142", false, false],
    [null, true, false],
    [null, false, false],
  ])("caller %s, texts back %s: a text is promised: %s", (customerPhone, textsBack, isPromised) => {
    const notice = noticeOf({ businessName: "Rivera Plumbing", customerPhone, textsBack });
    expect(promisesText(notice)).toBe(isPromised);
    expect(notice.text.includes("STOP")).toBe(isPromised);
    expect(notice.text).toContain("Rivera Plumbing");
  });
});
