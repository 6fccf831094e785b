import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Conversation } from "../../../api/types.ts";
import { Who } from "../../../records/who.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { PhoneNumber } from "../../../ui/phone-number.tsx";
import { ContactFacts } from "./contact-facts.tsx";
import { History } from "./history.tsx";
import { Job } from "./job.tsx";
import { NextVisit } from "./next-visit.tsx";

/** The person of a conversation: contact, property, the job, the next visit, history. */
export function PersonPane({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation("inbox");
  const { contact, lead, next_appointment } = conversation;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center gap-3">
        <Avatar name={conversation.customer_name} size="large" />
        <div className="min-w-0">
          <p className="text-reading leading-5 font-semibold break-words">
            <Who name={conversation.customer_name} phone={conversation.customer_phone} />
          </p>
          <a href={`tel:${conversation.customer_phone}`} className="text-base text-human hover:underline">
            {conversation.customer_name ? <PhoneNumber phone={conversation.customer_phone} /> : t("callCustomer")}
          </a>
        </div>
      </div>
      <Part title={t("nextVisit")}>
        <NextVisit appointment={next_appointment} conversation={conversation} />
      </Part>
      {lead && (
        <Part title={t("job")}>
          <Job leadId={lead.id} />
        </Part>
      )}
      {contact && (
        <Part title={t("contactAndProperty")}>
          <ContactFacts contactId={contact.id} />
        </Part>
      )}
      {contact && (
        <Part title={t("history")}>
          <History contactId={contact.id} />
        </Part>
      )}
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-1.5 text-small font-medium text-ink-faint">{title}</h3>
    {children}
  </section>
);
