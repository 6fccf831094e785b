import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { contactQuery } from "../../../api/contacts.ts";
import type { Contact } from "../../../api/types.ts";
import { useMay } from "../../../shell/session.ts";
import { Button } from "../../../ui/button.tsx";
import { useNow, usePlace, viewerZone } from "../../../ui/clock.tsx";
import { clockTime, sameClock } from "../../../ui/format/time.ts";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";
import { EditContact } from "./edit-contact.tsx";

/** Where they live, which language they speak, how to get in. */
export function ContactFacts({ contactId }: { contactId: string }) {
  const { data: contact } = useQuery(contactQuery(contactId));
  if (contact) return <Facts contact={contact} />;
  return (
    <Skeleton className="flex flex-col gap-2">
      <Bone className="h-3 w-48" />
      <Bone className="h-3 w-36" />
      <Bone className="h-3 w-40" />
    </Skeleton>
  );
}

/** Facts that are not known are not shown. */
function Facts({ contact }: { contact: Contact }) {
  const { t } = useTranslation("inbox");
  const mayEdit = useMay("contacts.manage");
  const [isEditing, setEditing] = useState(false);
  const theirTime = useTheirTime(contact.timezone);
  const street = [contact.address, contact.address_unit].filter(Boolean).join(", ");
  const town = [contact.city, contact.state, contact.zip].filter(Boolean).join(", ");
  const facts = [
    { name: t("address"), value: [street, town].filter(Boolean).join("\n") },
    { name: t("language"), value: t(`language_${contact.language}`) },
    { name: t("lineType"), value: contact.line_type === "unknown" ? "" : t(`line_${contact.line_type}`) },
    { name: t("email"), value: contact.email ?? "" },
    { name: t("theirTime"), value: theirTime },
    { name: t("access"), value: contact.access_notes ?? "" },
    { name: t("equipment"), value: contact.equipment ?? "" },
  ].filter(({ value }) => value !== "");
  return (
    <>
      <dl className="grid grid-cols-[84px_1fr] gap-x-3 gap-y-1.5 text-base">
        {facts.map(({ name, value }) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{name}</dt>
            <dd className="min-w-0 break-words whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
      {mayEdit && (
        <Button look="secondary" size="small" className="mt-2" onClick={() => setEditing(true)}>
          <Pencil aria-hidden />
          {t("edit")}
        </Button>
      )}
      {isEditing && <EditContact contact={contact} onClose={() => setEditing(false)} />}
    </>
  );
}

/** "11:40 am" where the customer is, when that is not the viewer's time. */
function useTheirTime(zone: string | null): string {
  const now = useNow();
  const place = usePlace(zone ?? viewerZone);
  return zone === null || sameClock(now, zone, viewerZone) ? "" : clockTime(now, place);
}
