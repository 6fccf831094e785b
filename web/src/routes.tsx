import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { type ConversationView, conversationViews } from "./api/conversations.ts";
import { leadStatuses } from "./api/leads.ts";
import { demoQuery, sessionQuery } from "./api/session.ts";
import type { LeadStatus } from "./api/types.ts";
import { openDemoSession } from "./shell/demo-session.ts";
import { BrokenPage } from "./shell/frame/broken-page.tsx";
import { UnknownPage } from "./shell/frame/unknown-page.tsx";
import { day, oneOf, text } from "./shell/search-params.ts";
import { type SettingsSection, settingsSections } from "./shell/settings-sections.ts";

interface RouterContext {
  client: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet });

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: async ({ context: { client } }) => {
    if (await client.ensureQueryData(sessionQuery)) throw redirect({ to: "/inbox" });
    const { demo } = await client.ensureQueryData(demoQuery);
    throw redirect({ to: demo ? "/phones" : "/sign-in" });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { next?: string } => ({ next: text(search["next"]) }),
  component: lazyRouteComponent(() => import("./scenes/sign-in/sign-in.tsx"), "SignIn"),
});

/** Pages for those who are signed in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  beforeLoad: async ({ context: { client }, location }) => {
    const isPhones = location.pathname === "/phones";
    const session = (await client.ensureQueryData(sessionQuery)) ?? (isPhones ? await openDemoSession(client) : null);
    if (session === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
  },
  component: lazyRouteComponent(() => import("./shell/frame/frame.tsx"), "Frame"),
});

const inbox = createRoute({
  getParentRoute: () => inside,
  path: "/inbox",
  validateSearch: (search): { view?: ConversationView; q?: string } => ({
    view: oneOf(conversationViews, search["view"]),
    q: text(search["q"]),
  }),
  component: lazyRouteComponent(() => import("./scenes/inbox/inbox.tsx"), "Inbox"),
});

const conversation = createRoute({
  getParentRoute: () => inbox,
  path: "$conversationId",
  component: lazyRouteComponent(() => import("./scenes/inbox/conversation.tsx"), "ConversationPage"),
});

const calls = createRoute({
  getParentRoute: () => inside,
  path: "/calls",
  validateSearch: (search): { show?: "missed" | "answered" } => ({
    show: oneOf(["missed", "answered"] as const, search["show"]),
  }),
  component: lazyRouteComponent(() => import("./scenes/calls/calls.tsx"), "Calls"),
});

const call = createRoute({
  getParentRoute: () => calls,
  path: "$callId",
  component: lazyRouteComponent(() => import("./scenes/calls/call-page.tsx"), "CallPage"),
});

const leads = createRoute({
  getParentRoute: () => inside,
  path: "/leads",
  validateSearch: (search): { status?: LeadStatus; q?: string; lead?: string } => ({
    status: oneOf(leadStatuses, search["status"]),
    q: text(search["q"]),
    lead: text(search["lead"]),
  }),
  component: lazyRouteComponent(() => import("./scenes/leads/leads.tsx"), "Leads"),
});

const calendar = createRoute({
  getParentRoute: () => inside,
  path: "/calendar",
  validateSearch: (search): { show?: "week"; date?: string; appointment?: string; book?: string } => ({
    show: oneOf(["week"] as const, search["show"]),
    date: day(search["date"]),
    appointment: text(search["appointment"]),
    book: text(search["book"]),
  }),
  component: lazyRouteComponent(() => import("./scenes/calendar/calendar.tsx"), "Calendar"),
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  validateSearch: (search): { section?: SettingsSection } => ({
    section: oneOf(settingsSections, search["section"]),
  }),
  component: lazyRouteComponent(() => import("./scenes/settings/settings.tsx"), "SettingsPage"),
});

const webhooks = createRoute({
  getParentRoute: () => inside,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("./scenes/webhooks/webhooks.tsx"), "WebhooksPage"),
});

const phones = createRoute({
  getParentRoute: () => inside,
  path: "/phones",
  component: lazyRouteComponent(() => import("./scenes/phones/phones.tsx"), "Phones"),
});

const tree = root.addChildren([
  start,
  signIn,
  inside.addChildren([
    inbox.addChildren([conversation]),
    calls.addChildren([call]),
    leads,
    calendar,
    settings,
    webhooks,
    phones,
  ]),
]);

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: "intent",
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: UnknownPage,
    scrollRestoration: true,
  });

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
