import type { Claim } from "../claim.ts";
import { onlyTheCarrierIsHeard } from "./authentic/authentic.ts";
import { oneTextForAMissedCall } from "./once/once.ts";
import { orderDoesNotMatter } from "./order/order.ts";
import { whatWasLostIsFound } from "./repairs/repairs.ts";
import { noWebhookIsRefusedWhileTheDatabaseRestarts } from "./restarts/restarts.ts";
import { nothingIsLostInACrashStorm } from "./storm/storm.ts";

/** What is promised of webhooks, calls and the texts that follow from them. */
export const LEDGER: readonly Claim[] = [
  nothingIsLostInACrashStorm,
  oneTextForAMissedCall,
  noWebhookIsRefusedWhileTheDatabaseRestarts,
  orderDoesNotMatter,
  whatWasLostIsFound,
  onlyTheCarrierIsHeard,
];
