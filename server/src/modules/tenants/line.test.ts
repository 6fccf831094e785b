import { describe, expect, it } from "vitest";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine } from "../../../test/kit/line.ts";
import { signInPerson } from "../../../test/kit/person.ts";
import { createTenant } from "./business.ts";

async function openPointedLine() {
  const house = await openTestHouse();
  const line = await openLine(house);
  await house.ports.database.platform.updateTable("phone_numbers").set({ webhooks_configured: true }).execute();
  return { house, line, owner: await signInPerson(house, line.tenantId) };
}

describe("the line", () => {
  it("is unknown until the carrier has reached us, and up from then on", async () => {
    const { house, line, owner } = await openPointedLine();
    expect((await owner.get("/line")).body).toEqual({
      status: "unknown",
      sentence: "No call has come in yet. Call your number to try it.",
      last_call_at: null,
      last_webhook_at: null,
      simulator: true,
    });
    await house.startWork();
    await line.post("voice", line.call(`CA${"1".repeat(32)}`, "+15125550142"));
    await house.settled();
    const at = house.clock.now().toString();
    expect((await owner.get("/line")).body).toMatchObject({ status: "up", last_call_at: at, last_webhook_at: at });
  });

  it("is down, with what to do, while the carrier does not know where to send calls", async () => {
    const { house, owner } = await openPointedLine();
    await house.ports.database.platform.updateTable("phone_numbers").set({ webhooks_configured: false }).execute();
    expect((await owner.get("/line")).body).toMatchObject({
      status: "down",
      sentence: expect.stringContaining("(512) 555-0100 do not arrive here"),
    });
  });

  it("is down for a business without a number", async () => {
    const { house } = await openPointedLine();
    const tenantId = await createTenant(house.ports, {
      business: { business_name: "New", timezone: "America/Denver", trade_type: "hvac" },
    });
    const person = await signInPerson(house, tenantId);
    expect((await person.get("/line")).body).toMatchObject({
      status: "down",
      sentence: "This business has no active number. Add one in the settings.",
    });
  });

  it("knows nothing of other businesses' calls", async () => {
    const { house, line } = await openPointedLine();
    const other = await openLine(house, { phoneNumber: "+13035550150", forwardTo: ["+13035550151"] });
    const neighbour = await signInPerson(house, other.tenantId);
    await house.startWork();
    await line.post("voice", line.call(`CA${"1".repeat(32)}`, "+15125550142"));
    await house.settled();
    expect((await neighbour.get("/line")).body).toMatchObject({ last_call_at: null, last_webhook_at: null });
  });
});
