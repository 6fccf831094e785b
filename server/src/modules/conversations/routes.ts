import { z } from "zod";
import { explainDecision, explanation } from "#outreach";
import { id, pageQuery } from "#platform/http/fields.ts";
import { NOT_FOUND, Refused } from "#platform/http/problem.ts";
import { defineRoute } from "#platform/http/route.ts";
import { applyChange, markRead } from "./change-conversation.ts";
import { listConversations } from "./inbox.ts";
import { getMessage } from "./messages.ts";
import { addNote } from "./notes.ts";
import { handBack, takeOver } from "./ownership.ts";
import { say } from "./say.ts";
import {
  conversationChange,
  conversationResponse,
  conversationsPage,
  conversationsQuery,
  messageItem,
  newConversation,
  newMessage,
  newNote,
  searchHit,
  searchQuery,
  timelinePage,
} from "./schema.ts";
import { searchEverything } from "./search.ts";
import { showConversation } from "./show-conversation.ts";
import { startConversation } from "./start-conversation.ts";
import { readTimeline, messageItem as showMessage } from "./timeline.ts";

const one = z.object({ id });
const VIEW = "conversations.view";
const WRITE = "conversations.write";

export const routes = [
  defineRoute({
    method: "GET",
    path: "/conversations",
    summary: "Threads with customers: those that wait longest first, or the latest first",
    permission: VIEW,
    query: conversationsQuery,
    response: conversationsPage,
    handle: (scope, { query }, session) => listConversations(scope, query, session.user.id),
  }),
  defineRoute({
    method: "POST",
    path: "/conversations",
    summary: "Write to a number; the thread there is continues",
    permission: WRITE,
    body: newConversation,
    response: conversationResponse,
    status: 201,
    handle: async (scope, { body }, session) =>
      showConversation(scope, await startConversation(scope, { ...body, userId: session.user.id })),
  }),
  defineRoute({
    method: "GET",
    path: "/conversations/:id",
    summary: "One thread with the person it is about",
    permission: VIEW,
    params: one,
    response: conversationResponse,
    handle: (scope, { params }) => showConversation(scope, params.id),
  }),
  defineRoute({
    method: "PATCH",
    path: "/conversations/:id",
    summary: "Change status, priority, assignment or tags",
    permission: WRITE,
    params: one,
    body: conversationChange,
    response: conversationResponse,
    handle: async (scope, { params, body }) => {
      await applyChange(scope, params.id, body);
      return showConversation(scope, params.id);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/conversations/:id/timeline",
    summary: "Messages, calls, notes, visits and events of a thread, newest first",
    permission: VIEW,
    params: one,
    query: pageQuery,
    response: timelinePage,
    handle: (scope, { params, query }) => readTimeline(scope, params.id, query),
  }),
  defineRoute({
    method: "POST",
    path: "/conversations/:id/messages",
    summary: "Write to the customer; whoever writes takes the pen from the assistant",
    permission: WRITE,
    params: one,
    body: newMessage,
    response: messageItem,
    status: 201,
    handle: async (scope, { params, body }, session) => {
      const words = { conversationId: params.id, as: "human", userId: session.user.id, body: body.body } as const;
      return showMessage(scope, (await say(scope, words)).message.id);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/conversations/:id/takeover",
    summary: "Take the pen from the assistant",
    permission: WRITE,
    params: one,
    response: conversationResponse,
    handle: async (scope, { params }, session) => {
      await takeOver(scope, params.id, session.user.id);
      return showConversation(scope, params.id);
    },
  }),
  defineRoute({
    method: "DELETE",
    path: "/conversations/:id/takeover",
    summary: "Give the pen back to the assistant",
    permission: WRITE,
    params: one,
    response: conversationResponse,
    handle: async (scope, { params }) => {
      await handBack(scope, params.id);
      return showConversation(scope, params.id);
    },
  }),
  defineRoute({
    method: "POST",
    path: "/conversations/:id/notes",
    summary: "Write a note that only the business's own people read",
    permission: WRITE,
    params: one,
    body: newNote,
    response: one,
    status: 201,
    handle: async (scope, { params, body }, session) => ({
      id: await addNote(scope, params.id, session.user.id, body.body),
    }),
  }),
  defineRoute({
    method: "POST",
    path: "/conversations/:id/read",
    summary: "Mark a thread as read",
    permission: VIEW,
    params: one,
    response: one,
    handle: async (scope, { params }) => {
      await markRead(scope, params.id);
      return params;
    },
  }),
  defineRoute({
    method: "GET",
    path: "/messages/:id/why",
    summary: "Why a text did or did not go out",
    permission: VIEW,
    params: one,
    response: explanation,
    handle: async (scope, { params }) => {
      const { decision_id } = await getMessage(scope, params.id);
      if (decision_id === null) throw new Refused(NOT_FOUND, "Nobody decided about this message: a customer wrote it.");
      return explainDecision(scope, decision_id);
    },
  }),
  defineRoute({
    method: "GET",
    path: "/search",
    summary: "One search over people, their numbers and the words of the threads",
    permission: VIEW,
    query: searchQuery,
    response: z.object({ data: z.array(searchHit) }),
    handle: async (scope, { query }) => ({ data: await searchEverything(scope, query.q, query.limit) }),
  }),
];
