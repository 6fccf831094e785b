import { useTranslation } from "react-i18next";
import { nationalPhone } from "../../ui/format/phone.ts";
import { Select } from "../../ui/input.tsx";
import type { Cast } from "./use-cast.ts";

/** Whose phone the left one is. */
export function CustomerPicker({ cast }: { cast: Cast }) {
  const { t } = useTranslation("phones");
  return (
    <label className="flex h-11 items-center gap-2 text-base lg:h-8">
      <span className="shrink-0 font-medium">{t("customer")}</span>
      <Select value={cast.customer} onChange={(event) => cast.chooseCustomer(event.target.value)}>
        {cast.customers.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}, {nationalPhone(number)}
          </option>
        ))}
      </Select>
    </label>
  );
}
