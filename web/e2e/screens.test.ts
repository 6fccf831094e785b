import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../server/src/start/start.ts";
import { accessibilityProblems } from "./kit/axe.ts";
import { openBrowser } from "./kit/browser.ts";
import { LOOKS, type Look } from "./kit/looks.ts";
import { startProduct } from "./kit/product.ts";
import { openPhones } from "./kit/story.ts";

type Screen = { name: string; path: string; shows: string; opens?: string };

/** Every screen with what tells that it has come, and what is opened in it. */
const SCREENS: readonly Screen[] = [
  { name: "phones", path: "/phones", shows: "Phones" },
  { name: "inbox", path: "/inbox", shows: "Inbox" },
  { name: "conversation", path: "/inbox", shows: "Inbox", opens: "Imani Carter" },
  { name: "calls", path: "/calls", shows: "Calls" },
  { name: "call", path: "/calls", shows: "Calls", opens: "Susan Whitcombe" },
  { name: "leads", path: "/leads", shows: "Leads" },
  { name: "calendar", path: "/calendar?show=week", shows: "Calendar" },
  { name: "webhooks", path: "/webhooks", shows: "Dead letters" },
  { name: "settings", path: "/settings", shows: "Settings" },
];

const PICTURES = join(import.meta.dirname, "../../docs/screenshots");
const OWNER = { email: "owner@rivera.example", password: "call-me-back-1" };

let product: RunningServer;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe.each(LOOKS)("$name", (look) => {
  it.each(SCREENS)(
    "$name has nothing that axe objects to",
    async ({ name, path, shows, opens }) => {
      await onPage(look, async (page) => {
        await page.goto(`${product.url}${path}`);
        await page.getByRole("heading", { level: 1, name: shows }).waitFor();
        await page.waitForLoadState("load");
        if (opens !== undefined) await open(page, opens);
        await picture(page, name, look);
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await overflowsSideways(page)).toBe(false);
      });
    },
    60_000,
  );

  it("sign-in has nothing that axe objects to", async () => {
    await onPage(
      look,
      async (page) => {
        await page.goto(`${product.url}/sign-in`);
        await page.getByRole("button", { name: /Elena Rivera/ }).waitFor();
        await picture(page, "sign-in", look);
        expect(await accessibilityProblems(page)).toEqual([]);
      },
      false,
    );
  }, 60_000);
});

describe("the story of the phones", () => {
  it("turns a missed call into a booked visit, which the inbox shows", async () => {
    const [look] = LOOKS;
    if (look === undefined) throw new Error("There is no look.");
    await onPage(look, async (page) => {
      const phones = await openPhones(page, product.url);
      await phones.callsInVain();
      await phones.hears(/Sorry we missed your call/);
      await phones.writes("my water heater is leaking");
      await phones.hears(/What is the address/);
      await phones.writes("1420 Oak St, Austin 78704");
      await phones.hears(/These times are free|To confirm/);
      await phones.writes("the first one works, I am Sam Porter");
      await phones.hears(/To confirm, Sam Porter/);
      await phones.writes("yes");
      await phones.hears(/You are booked/);
      await page.goto(`${product.url}/inbox`);
      await page.getByText("Sam Porter").first().click();
      const booked = page.getByText(/You are booked/).last();
      await booked.waitFor();
      expect(await booked.textContent()).toMatch(/between .* and /);
    });
  }, 120_000);
});

async function onPage(look: Look, work: (page: Page) => Promise<void>, signedIn = true): Promise<void> {
  const { viewport, colorScheme } = look;
  const context = await browser.newContext({
    viewport,
    colorScheme,
    reducedMotion: "reduce",
    timezoneId: "America/Chicago",
    locale: "en-US",
  });
  try {
    if (signedIn) await signIn(context);
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Follows the row of this person to a page of its own. */
async function open(page: Page, person: string): Promise<void> {
  const before = page.url();
  await page.getByRole("main").getByText(person).first().click();
  await page.waitForURL((url) => url.href !== before);
  await page.getByText(person).first().waitFor();
}

async function signIn(context: BrowserContext): Promise<void> {
  const answer = await context.request.post(`${product.url}/api/v1/session`, { data: OWNER });
  expect(answer.status()).toBe(200);
}

/** Pictures for the documents are taken on request: a test run changes no tracked file. */
async function picture(page: Page, name: string, look: Look): Promise<void> {
  if (process.env["NMC_SCREENSHOTS"] === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.waitForLoadState("networkidle", { timeout: 3000 }).catch(() => undefined);
  await page.screenshot({ path: join(PICTURES, `${name}-${look.name}.png`) });
}

async function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
}
