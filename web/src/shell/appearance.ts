import { onPreferences, preferences } from "./preferences.ts";

/** Keeps the page in the chosen theme, and in the system's while none is chosen. */
export function followAppearance(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const { theme } = preferences();
    document.documentElement.dataset["theme"] = theme === "system" ? (system.matches ? "dark" : "light") : theme;
  };
  system.addEventListener("change", apply);
  onPreferences(apply);
  apply();
}
