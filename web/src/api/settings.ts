import { queryOptions } from "@tanstack/react-query";
import { api, body } from "./client.ts";
import type { BusinessChange, NewExcludedCaller, PhoneLineChange, SettingsChange, TemplateName } from "./types.ts";

const at = (id: string) => ({ params: { path: { id } } });

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: () => body(api.GET("/api/v1/settings")),
});

export const businessQuery = queryOptions({
  queryKey: ["business"],
  queryFn: () => body(api.GET("/api/v1/business")),
});

export const phoneLinesQuery = queryOptions({
  queryKey: ["numbers"],
  queryFn: () => body(api.GET("/api/v1/numbers")),
});

export const excludedCallersQuery = queryOptions({
  queryKey: ["excluded-callers"],
  queryFn: () => body(api.GET("/api/v1/excluded-callers")),
});

/** The texts as a customer would read them, in the wording that is given and the saved one for the rest. */
export const previewQuery = (wording: Partial<Record<TemplateName, string>>) =>
  queryOptions({
    queryKey: ["settings", "preview", wording],
    queryFn: () => body(api.POST("/api/v1/settings/preview", { body: wording })),
    retry: false,
    staleTime: 60_000,
  });

export const changeSettings = (change: SettingsChange) => body(api.PATCH("/api/v1/settings", { body: change }));
export const changeBusiness = (change: BusinessChange) => body(api.PATCH("/api/v1/business", { body: change }));

export const changePhoneLine = (id: string, change: PhoneLineChange) =>
  body(api.PATCH("/api/v1/numbers/{id}", { ...at(id), body: change }));

export const excludeCaller = (caller: NewExcludedCaller) =>
  body(api.POST("/api/v1/excluded-callers", { body: caller }));

export const includeCaller = (id: string) => body(api.DELETE("/api/v1/excluded-callers/{id}", at(id)));
