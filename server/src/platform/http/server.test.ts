import { describe, expect, it } from "vitest";
import { openTestHouse } from "../../../test/kit/house.ts";

const FOREIGN = "https://elsewhere.example";

describe("a change that a page of another site asks for", () => {
  it.each(["/api/v1/session", "/%61pi/v1/session", "/api/%76%31/session?next=1"])("is refused at %s", async (url) => {
    const { app } = await openTestHouse();
    const payload = { email: "owner@rivera.example", password: "call-me-back-1" };
    const ask = (origin: string) =>
      app.inject({ method: "POST", url, payload, headers: { origin, host: "nmc.example.test" } });
    const refused = await ask(FOREIGN);
    expect(refused.json()).toMatchObject({ status: 403, detail: "This request came from another site." });
    expect((await ask("null")).statusCode).toBe(403);
    expect((await ask("https://nmc.example.test")).json()).toMatchObject({ code: "wrong_credentials" });
  });

  it("does not keep it from reading what is public", async () => {
    const { app } = await openTestHouse();
    const answer = await app.inject({ url: "/api/v1/demo", headers: { origin: FOREIGN, host: "nmc.example.test" } });
    expect(answer.statusCode).toBe(200);
  });
});
