import type { Trade } from "../contract.ts";

/** Words of one trade. Rows are tried in order and cover what they find, so "water heater" is no heater. */
export type TradeRow = { trade: Trade; weight: number; patterns: readonly string[] };
