import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import type { ContactChange } from "./types.ts";

const MOST_FOUND = 20;

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: ["contacts", "one", id],
    queryFn: () => body(api.GET("/api/v1/contacts/{id}", { params: { path: { id } } })),
  });

export const contactsSearchQuery = (words: string) =>
  queryOptions({
    queryKey: ["contacts", "search", words],
    queryFn: () => {
      const query = { limit: MOST_FOUND, ...(words && { q: words }) };
      return body(api.GET("/api/v1/contacts", { params: { query } }));
    },
    staleTime: 10_000,
  });

export const changeContact = (id: string, change: ContactChange) =>
  body(api.PATCH("/api/v1/contacts/{id}", { params: { path: { id } }, body: change }));
