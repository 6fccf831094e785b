import { type Form, textOf } from "./form.ts";

/** The part of a list that a request asks for. */
export interface Page<Item> {
  items: Item[];
  number: number;
  size: number;
  /** Where the page begins in the whole list. */
  start: number;
  query: Form;
  hasNext: boolean;
}

/**
 * Cuts a page out of a list, newest first. The page token is the sid of the last item seen, so that items which arrive
 * meanwhile move nothing. Source: Twilio, "Paging": PageSize (50, at most 1,000), Page, PageToken.
 * `largest` may be less than that.
 */
export function cutPage<Item extends { sid: string }>(items: Iterable<Item>, query: Form, largest = 1_000): Page<Item> {
  const asked = Number(textOf(query, "PageSize") ?? 50);
  const size = Math.min(Math.max(Number.isFinite(asked) ? Math.trunc(asked) : 50, 1), largest);
  const number = Number(textOf(query, "Page") ?? 0) || 0;
  const after = textOf(query, "PageToken")?.slice(2);
  const all = [...items];
  const first = after === undefined ? number * size : all.findIndex((item) => item.sid === after) + 1;
  return {
    items: all.slice(first, first + size),
    number,
    size,
    start: number * size,
    query,
    hasNext: first + size < all.length,
  };
}

/** The frame that Twilio's 2010 interface puts around a list: relative addresses. */
export function pageFrame<Item extends { sid: string }>(path: string, page: Page<Item>) {
  const { number, size, start, items } = page;
  return {
    end: start + Math.max(items.length - 1, 0),
    first_page_uri: address(path, page, { Page: "0" }),
    next_page_uri: nextAddress(path, page),
    page: number,
    page_size: size,
    previous_page_uri: number > 0 ? address(path, page, { Page: String(number - 1) }) : null,
    start,
    uri: address(path, page, { Page: String(number) }),
  };
}

/** The frame of the newer interfaces: `meta` with absolute addresses. */
export function metaFrame<Item extends { sid: string }>(base: string, path: string, key: string, page: Page<Item>) {
  const next = nextAddress(path, page);
  return {
    meta: {
      page: page.number,
      page_size: page.size,
      first_page_url: base + address(path, page, { Page: "0" }),
      previous_page_url: page.number > 0 ? base + address(path, page, { Page: String(page.number - 1) }) : null,
      next_page_url: next === null ? null : base + next,
      key,
      url: base + address(path, page, { Page: String(page.number) }),
    },
  };
}

function nextAddress<Item extends { sid: string }>(path: string, page: Page<Item>): string | null {
  const last = page.items.at(-1);
  if (!page.hasNext || !last) return null;
  return address(path, page, { Page: String(page.number + 1), PageToken: `PA${last.sid}` });
}

function address<Item>(path: string, page: Page<Item>, place: Record<string, string>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(page.query)) {
    if (["Page", "PageSize", "PageToken"].includes(name) || value === undefined) continue;
    for (const one of [value].flat()) query.append(name, one);
  }
  query.set("PageSize", String(page.size));
  for (const [name, value] of Object.entries(place)) query.set(name, value);
  return `${path}?${query}`;
}
