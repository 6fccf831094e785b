import { calendar } from "./calendar.ts";
import { calls } from "./calls.ts";
import { frame } from "./frame.ts";
import { inbox } from "./inbox.ts";
import { leads } from "./leads.ts";
import { phones } from "./phones.ts";
import { records } from "./records.ts";
import { settings } from "./settings.ts";
import { signIn } from "./sign-in.ts";
import { webhooks } from "./webhooks.ts";

export const en = { calendar, calls, frame, inbox, leads, phones, records, settings, signIn, webhooks };
