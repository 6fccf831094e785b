import { type Trade, trades } from "#understanding";

/** The trade a job belongs to: the business's own, or what the customer's words said when the business does several. */
export function tradeOf(session: { trade: Trade | null }, world: { business: { trade: string } }): Trade {
  return trades.find((trade) => trade === world.business.trade) ?? session.trade ?? "plumbing";
}

/** Whether the business comes to its customers; a clinic's come to it, so that it needs no address of theirs. */
export function isOnSite(trade: string): boolean {
  return trade !== "clinic";
}
