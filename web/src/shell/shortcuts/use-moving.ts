import { useTranslation } from "react-i18next";
import { useShortcut } from "./shortcuts.ts";

/** `j` and `k` open the next and the previous row of a list. */
export function useMoving<Row extends { id: string }>(
  rows: readonly Row[],
  openId: string | undefined,
  open: (id: string) => void,
): void {
  const { t } = useTranslation("frame");
  const move = (by: 1 | -1) => {
    const here = rows.findIndex(({ id }) => id === openId);
    const next = rows[here < 0 ? 0 : here + by];
    if (next) open(next.id);
  };
  useShortcut("j", t("nextRow"), () => move(1));
  useShortcut("k", t("previousRow"), () => move(-1));
}
