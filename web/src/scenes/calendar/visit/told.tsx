import { useTranslation } from "react-i18next";
import type { Appointment } from "../../../api/types.ts";

/** Whether the customer will hear of a change by text. */
export function Told({ visit }: { visit: Appointment }) {
  const { t } = useTranslation("calendar");
  const name = visit.contact.name ?? t("theCustomer");
  return <>{t(visit.conversation_id ? "toldByText" : "notTold", { name })}</>;
}
