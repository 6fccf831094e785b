import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { appointmentQuery } from "../../../api/appointments.ts";
import { Who } from "../../../records/who.tsx";
import { failureSentence } from "../../../shell/query-client.ts";
import { useMay } from "../../../shell/session.ts";
import { Drawer } from "../../../ui/drawer.tsx";
import { Failure } from "../../../ui/failure.tsx";
import { Bone, Skeleton } from "../../../ui/skeleton.tsx";
import { VisitActions } from "./visit-actions.tsx";
import { VisitFacts } from "./visit-facts.tsx";

/** One visit in detail. */
export function VisitDrawer({ visitId, onClose }: { visitId: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("calendar");
  const mayManage = useMay("appointments.manage");
  const { data: visit, error } = useQuery({ ...appointmentQuery(visitId ?? ""), enabled: visitId !== undefined });
  return (
    <Drawer
      isOpen={visitId !== undefined}
      onClose={onClose}
      title={visit ? <Who name={visit.contact.name} phone={visit.contact.phone} /> : t("visit")}
      actions={visit && mayManage && <VisitActions visit={visit} />}
    >
      {error && <Failure>{failureSentence(error)}</Failure>}
      {!visit && !error && (
        <Skeleton className="flex flex-col gap-3">
          <Bone className="h-5 w-56" />
          <Bone className="h-3 w-40" />
          <Bone className="h-3 w-64" />
        </Skeleton>
      )}
      {visit && <VisitFacts visit={visit} />}
    </Drawer>
  );
}
