import { CalendarDays, Contact, Inbox, type LucideIcon, Phone, Settings, Smartphone } from "lucide-react";
import { useMaybeSession } from "../session.ts";

export interface Destination {
  to: "/inbox" | "/calls" | "/calendar" | "/leads" | "/settings" | "/phones";
  word: "inbox" | "calls" | "calendar" | "leads" | "settings" | "phones";
  icon: LucideIcon;
  keys: string;
}

const always: Destination[] = [
  { to: "/inbox", word: "inbox", icon: Inbox, keys: "g i" },
  { to: "/calls", word: "calls", icon: Phone, keys: "g c" },
  { to: "/calendar", word: "calendar", icon: CalendarDays, keys: "g d" },
  { to: "/leads", word: "leads", icon: Contact, keys: "g l" },
  { to: "/settings", word: "settings", icon: Settings, keys: "g s" },
];

const phones: Destination = { to: "/phones", word: "phones", icon: Smartphone, keys: "g p" };

/** Where one can go; the simulated phones only while there are some. */
export function useDestinations(): Destination[] {
  const session = useMaybeSession();
  return session?.simulator ? [...always, phones] : always;
}
