import type { Module } from "#platform/module.ts";

/** Every module, from the ground up: a module uses only modules that stand before it. */
export const allModules: readonly Module[] = [];
