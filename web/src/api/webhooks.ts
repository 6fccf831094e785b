import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import { PAGE_ROWS, pagesQuery } from "./pages.ts";
import type { DeadLetter } from "./types.ts";

/** Reports of the carrier that could not be taken in, newest first. */
export const deadLettersQuery = pagesQuery<DeadLetter>(["webhooks", "dead"], (cursor) => {
  const query = { limit: PAGE_ROWS, ...(cursor && { cursor }) };
  return body(api.GET("/api/v1/dead-letters", { params: { query } }));
});

/** One report as the carrier posted it. */
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ["webhooks", "one", id],
    queryFn: () => body(api.GET("/api/v1/webhooks/{id}", { params: { path: { id } } })),
  });

export const receiveAgain = (id: string) =>
  body(api.POST("/api/v1/dead-letters/{id}/revival", { params: { path: { id } } }));

export const receiveAllAgain = () => body(api.POST("/api/v1/dead-letters/revivals"));
