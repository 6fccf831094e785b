import { useTranslation } from "react-i18next";
import { PhoneNumber } from "../ui/phone-number.tsx";

/** Who somebody is: the name, else the number, else that it was withheld. */
export function Who({
  name,
  phone,
  className = "",
}: {
  name: string | null;
  phone: string | null;
  className?: string;
}) {
  const { t } = useTranslation("records");
  if (name) return <span className={className}>{name}</span>;
  if (phone) return <PhoneNumber phone={phone} className={className} />;
  return <span className={className}>{t("withheld")}</span>;
}
