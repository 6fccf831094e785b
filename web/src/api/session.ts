import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => (await body(api.GET("/api/v1/visitor"))).session,
  staleTime: Number.POSITIVE_INFINITY,
});

export const demoQuery = queryOptions({
  queryKey: ["demo"],
  queryFn: () => body(api.GET("/api/v1/demo")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const lineQuery = queryOptions({
  queryKey: ["line"],
  queryFn: () => body(api.GET("/api/v1/line")),
  refetchInterval: 60_000,
});

export const staffQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => body(api.GET("/api/v1/people")),
  staleTime: 300_000,
});

export const signIn = (credentials: { email: string; password: string }) =>
  body(api.POST("/api/v1/session", { body: credentials }));

export const signOut = () => body(api.DELETE("/api/v1/session"));
