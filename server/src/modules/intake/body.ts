import { parse } from "node:querystring";
import { z } from "zod";
import { isKeepable, keepable } from "#platform/values/keepable.ts";
import type { WebhookParams } from "./topics.ts";

/** A webhook's fields as posted: one that came twice is a list. */
export type PostedParams = Record<string, string | string[]>;

const flatObject = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]).transform(String));

/** The fields of a form or a flat JSON object; null when the body is neither. */
export function readBody(contentType: string, raw: Buffer): PostedParams | null {
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "application/json") return readJson(raw.toString("utf8"));
  if (type === "application/x-www-form-urlencoded" || raw.length === 0) return readForm(raw.toString("utf8"));
  return null;
}

function readForm(text: string): PostedParams {
  // What is parsed has no undefined values; the type has them for what is to be written.
  return parse(text) as PostedParams;
}

/** The fields in the query of an address. */
export function queryOf(path: string): PostedParams {
  const start = path.indexOf("?");
  return start === -1 ? {} : readForm(path.slice(start + 1));
}

function readJson(text: string): PostedParams | null {
  try {
    return flatObject.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The fields as the database can keep them. */
export function storable(params: PostedParams): PostedParams {
  if (isStorable(params)) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      keepable(name),
      typeof value === "string" ? keepable(value) : value.map(keepable),
    ]),
  );
}

function isStorable(params: PostedParams): boolean {
  for (const name in params) {
    const value = params[name] ?? "";
    if (!isKeepable(name) || !(typeof value === "string" ? isKeepable(value) : value.every(isKeepable))) return false;
  }
  return true;
}

/** Of a field that came twice, the first. */
export function firstOf(params: PostedParams): WebhookParams {
  if (hasOneEach(params)) return params;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "string" ? value : (value[0] ?? "")]),
  );
}

function hasOneEach(params: PostedParams): params is Record<string, string> {
  for (const name in params) if (typeof params[name] !== "string") return false;
  return true;
}

const storedParams = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string()).transform(([first]) => first ?? "")]),
);

/** The fields of a stored webhook. */
export function paramsOf(body: unknown): WebhookParams {
  return storedParams.parse(body);
}
