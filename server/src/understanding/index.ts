export { bearsNoNumber } from "./address/street.ts";
export type { Context, Hazard, Intent, Language, Level, OfferedSlot, OptOut, Reply, Trade } from "./contract.ts";
export {
  Address,
  contexts,
  hazards,
  intents,
  languages,
  levels,
  replies,
  trades,
  UnderstandInput,
  Understanding,
  WantedTime,
} from "./contract.ts";
export { noTime } from "./time/index.ts";
export { understand } from "./understand.ts";
