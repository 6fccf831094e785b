import { once } from "node:events";
import { connect } from "node:net";
import { Client } from "pg";
import twilio from "twilio";
import { expect, it, onTestFinished } from "vitest";
import { databaseForThisTest } from "../../../test/kit/database.ts";
import { openTestHouse } from "../../../test/kit/house.ts";
import { openLine, PUBLIC_URL } from "../../../test/kit/line.ts";
import { createRecorder } from "../../../test/kit/recorder.ts";

it("a webhook in hand while the house stops is stored and answered, and no connection at rest holds it up", async () => {
  const database = await databaseForThisTest();
  const house = await openTestHouse({ modules: createRecorder().modules, database });
  const line = await openLine(house);
  await house.listen("127.0.0.1", 0);
  const bound = house.app.server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const owner = new Client(database.owner);
  await owner.connect();
  onTestFinished(() => owner.end());

  const silent = connect(port, "127.0.0.1");
  await once(silent, "connect");
  const hungUp = once(silent.resume(), "close");
  await owner.query("begin; lock table webhook_inbox in exclusive mode");
  const path = `/hooks/t/${line.hookToken}/voice`;
  const params = line.call("CA1", "+15125550142");
  const signature = twilio.getExpectedTwilioSignature(line.authToken, `${PUBLIC_URL}${path}`, params);
  const answer = fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { "x-twilio-signature": signature },
    body: new URLSearchParams(params),
  });
  const inserting = async () => (await owner.query("select from pg_locks where not granted")).rowCount;
  await expect.poll(inserting).toBe(1);

  const stopped = house.stop();
  await expect.poll(() => house.app.server.listening).toBe(false);
  await owner.query("rollback");
  expect((await answer).status).toBe(200);
  await Promise.all([stopped, hungUp]);
  expect((await owner.query("select subject from webhook_inbox")).rows).toEqual([{ subject: "CA1" }]);
});
