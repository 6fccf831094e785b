import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";

const SETTLING_MS = 150;

/** Tells those who cannot see it that another page has come, by its title. */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const [title, setTitle] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setTitle(document.title), SETTLING_MS);
    return () => clearTimeout(timer);
  }, [pathname]);
  return (
    <p aria-live="polite" className="sr-only">
      {title}
    </p>
  );
}
