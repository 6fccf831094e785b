// Runs before the first paint, so that the remembered theme and language never flash. `shell/preferences.ts` writes what
// this reads.
(() => {
  let preferences = {};
  try {
    preferences = JSON.parse(localStorage.getItem("nmc.preferences") ?? "{}");
  } catch {
    // A browser that refuses storage gets the system's theme.
  }
  const prefersDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = preferences.theme ?? "system";
  document.documentElement.dataset.theme = theme === "dark" || (theme === "system" && prefersDark) ? "dark" : "light";
  document.documentElement.lang = preferences.language ?? (navigator.language.startsWith("es") ? "es" : "en");
})();
