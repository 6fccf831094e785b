import { ChevronsUpDown } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Avatar } from "../../ui/avatar.tsx";
import { Menu, MenuHeading, MenuItem, MenuLine } from "../../ui/menu.tsx";
import { useSession } from "../session.ts";
import { AppearanceChoices } from "./appearance-choices.tsx";
import { openPanel } from "./panels.ts";
import { useSignOut } from "./use-sign-out.ts";

/** Who is signed in, and what concerns only them: theme, language, keyboard, signing out. */
export function AccountMenu() {
  const { t } = useTranslation("frame");
  const { user, role } = useSession();
  const signOut = useSignOut();
  const name = `${user.first_name} ${user.last_name}`;
  return (
    <div className="border-t p-2">
      <Menu
        side="top"
        align="start"
        trigger={
          <button
            type="button"
            className="focus-inset flex w-full items-center gap-2 rounded-md p-1.5 text-left hover:bg-surface-selected max-xl:justify-center"
          >
            <Avatar name={name} size="small" />
            <span className="min-w-0 flex-1 truncate text-base font-medium max-xl:sr-only">{name}</span>
            <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint max-xl:hidden" />
          </button>
        }
      >
        <MenuHeading>
          {user.email} · {t(`role_${role}`)}
        </MenuHeading>
        <MenuLine />
        <AppearanceChoices />
        <MenuLine />
        <MenuItem onSelect={() => openPanel("shortcuts")}>{t("keyboard")}</MenuItem>
        <MenuItem onSelect={signOut}>{t("signOut")}</MenuItem>
      </Menu>
    </div>
  );
}
