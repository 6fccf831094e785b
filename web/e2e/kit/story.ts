import type { Locator, Page } from "playwright-core";

/** The two phones of the phones page, as a newcomer uses them. */
export async function openPhones(page: Page, url: string) {
  await page.goto(`${url}/phones`);
  const customer = page.getByRole("group", { name: /Phone of Sam/ });
  const owner = page.getByRole("group", { name: /Phone of Elena/ });
  // Whenever this runs: a working day begins.
  await page.getByRole("button", { name: /Next Monday/ }).click();
  return {
    async callsInVain(): Promise<void> {
      await customer.getByRole("button", { name: /Rivera Plumbing/ }).click();
      await owner.getByRole("button", { name: "Decline" }).click();
      await customer.getByRole("button", { name: /Messages/ }).click();
    },
    /** The newest text on the customer's phone that says this; waits for it. */
    hears: (words: RegExp) => newest(customer, words).waitFor(),
    async writes(words: string): Promise<void> {
      await customer.getByRole("textbox", { name: "Text message" }).fill(words);
      await customer.getByRole("button", { name: "Send" }).click();
    },
  };
}

function newest(phone: Locator, words: RegExp): Locator {
  return phone.getByText(words).last();
}
