import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { Menu, MenuHeading, MenuItem, MenuLine } from "../../ui/menu.tsx";
import { useSession } from "../session.ts";
import { AppearanceChoices } from "./appearance-choices.tsx";
import type { Destination } from "./destinations.ts";
import { openPanel } from "./panels.ts";
import { useSignOut } from "./use-sign-out.ts";

/** On a phone: everything that has no place in the bottom bar. */
export function MoreMenu({ trigger, destinations }: { trigger: ReactElement; destinations: Destination[] }) {
  const { t } = useTranslation("frame");
  const { user } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (
    <Menu side="top" align="end" trigger={trigger}>
      {destinations.map(({ to, word, icon: Icon }) => (
        <MenuItem key={to} onSelect={() => void navigate({ to })}>
          <Icon aria-hidden />
          {t(word)}
        </MenuItem>
      ))}
      <MenuItem onSelect={() => openPanel("palette")}>
        <Search aria-hidden />
        {t("search")}
      </MenuItem>
      <MenuLine />
      <AppearanceChoices />
      <MenuLine />
      <MenuHeading>{user.email}</MenuHeading>
      <MenuItem onSelect={signOut}>{t("signOut")}</MenuItem>
    </Menu>
  );
}
