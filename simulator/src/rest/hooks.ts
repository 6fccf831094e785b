import type { Hook } from "../webhooks/webhook.ts";
import { type Form, textOf } from "./form.ts";

/** The hook that two parameters describe, e.g. VoiceUrl and VoiceMethod; an empty URL removes it. POST unless GET is asked for. */
export function hookFrom(form: Form, urlName: string, methodName: string): Hook | undefined {
  const url = textOf(form, urlName);
  if (!url) return undefined;
  return { url, method: textOf(form, methodName)?.toUpperCase() === "GET" ? "GET" : "POST" };
}

/** The hook after a change: what is not mentioned stays. */
export function changedHook(
  before: Hook | undefined,
  form: Form,
  urlName: string,
  methodName: string,
): Hook | undefined {
  const url = textOf(form, urlName) ?? before?.url;
  const method = textOf(form, methodName) ?? before?.method;
  return url ? { url, method: method?.toUpperCase() === "GET" ? "GET" : "POST" } : undefined;
}

/** Whether something is an address that a carrier can call. */
export const isUrl = (written: string): boolean => /^https?:\/\/[^\s]+$/.test(written) && URL.canParse(written);
