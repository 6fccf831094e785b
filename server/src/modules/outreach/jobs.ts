import { defineJob } from "#platform/jobs.ts";
import { CATCH_UP, FREEZE, RESOLVE, SEND_CAMPAIGN, SEND_REPLY, SETTLE } from "./calls.ts";
import { freezeDelivery } from "./freeze-delivery.ts";
import { resolve } from "./resolve.ts";
import { send } from "./send.ts";
import { settleDelivery } from "./settle-delivery.ts";
import { catchUpOnOrphan } from "./status-webhook.ts";

export const sendReplyJob = defineJob({ ...SEND_REPLY, run: send });
export const sendCampaignJob = defineJob({ ...SEND_CAMPAIGN, run: send });
export const resolveJob = defineJob({ ...RESOLVE, run: resolve });
export const settleDeliveryJob = defineJob({ ...SETTLE, run: settleDelivery });
export const catchUpJob = defineJob({ ...CATCH_UP, run: catchUpOnOrphan });
export const freezeDeliveryJob = defineJob({ ...FREEZE, run: freezeDelivery });
