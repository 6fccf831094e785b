import { twilioUrl } from "@nevermisscall/simulator";
import { describe, expect, it } from "vitest";
import { fetchMedia } from "./media.ts";
import { ACCOUNT, BUSINESS, CUSTOMER, startCarrier } from "./testing/carrier.ts";
import { startRawServer } from "./testing/raw-server.ts";

const MEDIA = `https://api.twilio.com/2010-04-01/Accounts/${ACCOUNT.accountSid}/Messages/MM1/Media/ME1`;

describe("a photo", () => {
  it("comes from the carrier with its kind", async () => {
    const { telephony, simulator } = await startCarrier();
    const bytes = Buffer.from([0xff, 0xd8, 0xff, 0x00]);
    await simulator.person(CUSTOMER).texts("look", { to: BUSINESS, photos: [{ contentType: "image/jpeg", bytes }] });
    const [message] = simulator.truth.messages();
    const url = MEDIA.replace("MM1", message?.sid ?? "").replace("ME1", message?.media[0]?.sid ?? "");
    expect(await telephony.fetchMedia(ACCOUNT, url)).toEqual({ contentType: "image/jpeg", bytes });
    await expect(telephony.fetchMedia({ ...ACCOUNT, authToken: "wrong" }, url)).rejects.toThrow("answered 401");
    await expect(telephony.fetchMedia(ACCOUNT, `${url}0`)).rejects.toThrow("answered 404");
  });

  it("of 5 MB is taken, and of one byte more is not", async () => {
    let size = 5 * 1024 * 1024;
    const baseUrl = await startRawServer((_request, answer) => {
      answer.setHeader("content-type", "image/png").end(Buffer.alloc(size));
    });
    expect((await fetchMedia(baseUrl, ACCOUNT, MEDIA)).bytes).toHaveLength(size);
    size += 1;
    await expect(fetchMedia(baseUrl, ACCOUNT, MEDIA)).rejects.toThrow("larger than 5 MB");
  });

  it("is asked for with the account's password, and with nobody else's", async () => {
    const seen: (string | undefined)[] = [];
    const baseUrl = await startRawServer((request, answer) => {
      seen.push(request.headers.authorization);
      answer.end("photo");
    });
    await fetchMedia(baseUrl, ACCOUNT, MEDIA);
    expect(seen).toEqual([`Basic ${Buffer.from(`${ACCOUNT.accountSid}:${ACCOUNT.authToken}`).toString("base64")}`]);
  });
});

describe("an address", () => {
  it.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://api.twilio.com/2010-04-01/x",
    "https://twilio.com.evil.example/x",
    "https://evil.example/api.twilio.com/x",
    "https://api.twilio.com@evil.example/x",
    "https://api.twilio.com:8443/x",
    "https://apitwilio.com/x",
    "https://a.b.twilio.com.evil.example/",
    "file:///etc/passwd",
    "https://s3.evil.example/amazonaws.com/",
  ])("%s is not the carrier's", async (url) => {
    await expect(fetchMedia(null, ACCOUNT, url)).rejects.toThrow("not the carrier's");
  });

  it("that the carrier redirects to is followed to the carrier and its storage only", async () => {
    const asked: string[] = [];
    let location = "/api/elsewhere";
    const baseUrl = await startRawServer((request, answer) => {
      asked.push(request.url ?? "");
      if (request.url === "/api/elsewhere") answer.end("photo");
      else answer.writeHead(307, { location }).end();
    });
    expect((await fetchMedia(baseUrl, ACCOUNT, MEDIA)).bytes.toString()).toBe("photo");
    expect(asked).toEqual([new URL(twilioUrl(baseUrl, MEDIA)).pathname, "/api/elsewhere"]);
    for (location of ["http://169.254.169.254/", "https://evil.example/", "http://127.0.0.1:1/"]) {
      await expect(fetchMedia(baseUrl, ACCOUNT, MEDIA)).rejects.toThrow("not the carrier's");
    }
    location = MEDIA.replace("https://api.twilio.com", "/api");
    await expect(fetchMedia(baseUrl, ACCOUNT, MEDIA)).rejects.toThrow("from one address to the next");
  });
});
