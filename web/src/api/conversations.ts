import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import { PAGE_ROWS, pagesQuery } from "./pages.ts";
import type { ConversationChange, ConversationRow, TimelineItem } from "./types.ts";

export const conversationViews = ["all", "waiting", "mine", "resolved"] as const;
export type ConversationView = (typeof conversationViews)[number];

const at = (id: string) => ({ params: { path: { id } } });

export const conversationsQuery = ({ view, q }: { view: ConversationView; q: string }) =>
  pagesQuery<ConversationRow>(["conversations", view, q], (cursor) => {
    const query = { view, limit: PAGE_ROWS, ...(q && { q }), ...(cursor && { cursor }) };
    return body(api.GET("/api/v1/conversations", { params: { query } }));
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ["conversation", id],
    queryFn: () => body(api.GET("/api/v1/conversations/{id}", at(id))),
  });

export const timelineQuery = (id: string) =>
  pagesQuery<TimelineItem>(["conversation", id, "timeline"], (cursor) => {
    const query = { limit: PAGE_ROWS, ...(cursor && { cursor }) };
    return body(api.GET("/api/v1/conversations/{id}/timeline", { params: { path: { id }, query } }));
  });

export const whyQuery = (messageId: string) =>
  queryOptions({
    queryKey: ["why", messageId],
    queryFn: () => body(api.GET("/api/v1/messages/{id}/why", at(messageId))),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ["search", words],
    queryFn: () => body(api.GET("/api/v1/search", { params: { query: { q: words } } })),
    enabled: words.length > 1,
    staleTime: 10_000,
  });

/** A person's text takes the pen from the assistant. */
export const sendMessage = (id: string, words: string) =>
  body(api.POST("/api/v1/conversations/{id}/messages", { ...at(id), body: { body: words } }));

export const addNote = (id: string, words: string) =>
  body(api.POST("/api/v1/conversations/{id}/notes", { ...at(id), body: { body: words } }));

export const handBack = (id: string) => body(api.DELETE("/api/v1/conversations/{id}/takeover", at(id)));
export const markRead = (id: string) => body(api.POST("/api/v1/conversations/{id}/read", at(id)));

export const changeConversation = (id: string, change: ConversationChange) =>
  body(api.PATCH("/api/v1/conversations/{id}", { ...at(id), body: change }));

/** Writes to a number that may never have called; answers with the conversation. */
export const startConversation = (phone: string, words: string) =>
  body(api.POST("/api/v1/conversations", { body: { phone, body: words } }));
