import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import {
  CalendarDays,
  Contact,
  type LucideIcon,
  MessageSquare,
  MessageSquarePlus,
  Moon,
  Sun,
  User,
} from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { searchQuery } from "../../api/conversations.ts";
import type { SearchHit } from "../../api/types.ts";
import { nationalPhone } from "../../ui/format/phone.ts";
import { Time } from "../../ui/time.tsx";
import { useDestinations } from "../frame/destinations.ts";
import { closePanel, openPanel } from "../frame/panels.ts";
import { changePreferences } from "../preferences.ts";
import { useOpenHit } from "./use-open-hit.ts";

const hitIcons: Record<SearchHit["kind"], LucideIcon> = {
  conversation: MessageSquare,
  message: MessageSquare,
  contact: User,
  lead: Contact,
  appointment: CalendarDays,
};

/** Reaches every page, person and action by typing. */
export function Palette() {
  const { t } = useTranslation("frame");
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const { data } = useQuery(searchQuery(asked));
  const navigate = useNavigate();
  const openHit = useOpenHit();
  const destinations = useDestinations();
  const then = (act: () => void) => () => {
    closePanel();
    act();
  };
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && closePanel()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed top-[10vh] left-1/2 z-50 w-[calc(100vw-24px)] max-w-140 -translate-x-1/2 animate-appear overflow-hidden rounded-lg bg-surface shadow-float outline-none"
        >
          <Radix.Title className="sr-only">{t("palette")}</Radix.Title>
          <Command label={t("palette")} loop>
            <Command.Input
              value={words}
              onValueChange={setWords}
              placeholder={t("paletteHint")}
              className="h-12 w-full border-b bg-transparent px-4 text-reading outline-none"
            />
            <Command.List className="max-h-[60vh] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-8 text-center text-base text-ink-soft">
                {t("nothingFound")}
              </Command.Empty>
              {data && data.data.length > 0 && (
                <Group heading={t("found")}>
                  {data.data.map((hit) => (
                    <Item
                      key={`${hit.kind} ${hit.id}`}
                      value={`${words} ${hit.kind} ${hit.id}`}
                      icon={hitIcons[hit.kind]}
                      onSelect={then(() => openHit(hit))}
                    >
                      <span className="min-w-0 flex-1 truncate">
                        {titleOf(hit)} <span className="text-ink-faint">{hit.snippet}</span>
                      </span>
                      <Time at={hit.at} shown="list" className="text-small text-ink-faint" />
                    </Item>
                  ))}
                </Group>
              )}
              <Group heading={t("pages")}>
                {destinations.map(({ to, word, icon }) => (
                  <Item key={to} value={t(word)} icon={icon} onSelect={then(() => void navigate({ to }))}>
                    {t(word)}
                  </Item>
                ))}
              </Group>
              <Group heading={t("actions")}>
                <Item value={t("newMessage")} icon={MessageSquarePlus} onSelect={() => openPanel("new-message")}>
                  {t("newMessage")}
                </Item>
                <Item value={t("useLight")} icon={Sun} onSelect={then(() => changePreferences({ theme: "light" }))}>
                  {t("useLight")}
                </Item>
                <Item value={t("useDark")} icon={Moon} onSelect={then(() => changePreferences({ theme: "dark" }))}>
                  {t("useDark")}
                </Item>
              </Group>
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Somebody without a name goes by the number, written as people write it. */
const titleOf = ({ title }: SearchHit): string => (/^\+\d+$/.test(title) ? nationalPhone(title) : title);

const Group = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <Command.Group
    heading={heading}
    className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-small [&_[cmdk-group-heading]]:text-ink-faint"
  >
    {children}
  </Command.Group>
);

interface ItemProps {
  value: string;
  icon: LucideIcon;
  onSelect: () => void;
  children: ReactNode;
}

const Item = ({ value, icon: Icon, onSelect, children }: ItemProps) => (
  <Command.Item
    value={value}
    onSelect={onSelect}
    className="flex h-9 items-center gap-2.5 rounded-md px-2 text-base data-[selected=true]:bg-surface-selected max-md:h-11"
  >
    <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
    {children}
  </Command.Item>
);
