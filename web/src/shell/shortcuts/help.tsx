import { useTranslation } from "react-i18next";
import { Dialog } from "../../ui/dialog.tsx";
import { Keys } from "../../ui/keys.tsx";
import { Switch } from "../../ui/switch.tsx";
import { changePreferences, usePreferences } from "../preferences.ts";
import { registeredShortcuts } from "./shortcuts.ts";

/** All that the keyboard can do here, and the switch that turns single keys off. */
export function ShortcutHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation("frame");
  const { shortcuts } = usePreferences();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t("keyboard")}>
      <dl className="mb-4 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        <Row label={t("palette")} keys="Ctrl K" />
        {registeredShortcuts().map(({ keys, label }) => (
          <Row key={keys} label={label} keys={keys} />
        ))}
      </dl>
      <Switch
        label={t("singleKeys")}
        hint={t("singleKeysHint")}
        isOn={shortcuts}
        onChange={(isOn) => changePreferences({ shortcuts: isOn })}
      />
    </Dialog>
  );
}

const Row = ({ label, keys }: { label: string; keys: string }) => (
  <div className="flex items-center justify-between gap-3">
    <dt className="text-base text-ink-soft">{label}</dt>
    <dd className="text-ink">
      <Keys keys={keys} />
    </dd>
  </div>
);
