import { lazy, useEffect } from "react";
import { closePanel, openPanel, usePanel } from "./panels.ts";

const Palette = lazy(async () => ({ default: (await import("../palette/palette.tsx")).Palette }));
const NewMessage = lazy(async () => ({ default: (await import("../palette/new-message.tsx")).NewMessage }));
const ShortcutHelp = lazy(async () => ({ default: (await import("../shortcuts/help.tsx")).ShortcutHelp }));

/** What lies over the page; loaded when it is first opened. Ctrl or Cmd with K opens the palette from anywhere. */
export function Panels() {
  const panel = usePanel();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      openPanel("palette");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  if (panel === "palette") return <Palette />;
  if (panel === "new-message") return <NewMessage />;
  return panel === "shortcuts" ? <ShortcutHelp isOpen onClose={closePanel} /> : null;
}
