import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Send } from "lucide-react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { startConversation } from "../../api/conversations.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { typedPhone } from "../../ui/format/phone.ts";
import { Input, TextArea } from "../../ui/input.tsx";
import { closePanel } from "../frame/panels.ts";
import { failureSentence } from "../query-client.ts";

interface Draft {
  phone: string;
  body: string;
}

/** Writes to a number that may never have called. */
export function NewMessage() {
  const { t } = useTranslation("frame");
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm<Draft>();
  const send = useMutation({
    mutationFn: ({ phone, body }: Draft) => startConversation(typedPhone(phone) ?? phone, body),
    meta: { showsFailure: true },
    onSuccess: async ({ id }) => {
      closePanel();
      await navigate({ to: "/inbox/$conversationId", params: { conversationId: id } });
    },
  });
  return (
    <Dialog
      isOpen
      onClose={closePanel}
      title={t("newMessage")}
      actions={
        <Button type="submit" form="new-message" look="primary" disabled={send.isPending}>
          <Send aria-hidden />
          {t("send")}
        </Button>
      }
    >
      <form
        id="new-message"
        className="flex flex-col gap-3"
        onSubmit={(event) => void handleSubmit((draft) => send.mutate(draft))(event)}
      >
        {send.isError && <Failure>{failureSentence(send.error)}</Failure>}
        <Field label={t("to")} error={formState.errors.phone?.message}>
          {(control) => (
            <Input
              {...control}
              type="tel"
              autoComplete="off"
              placeholder="(512) 555-0142"
              {...register("phone", { validate: (typed) => typedPhone(typed) !== null || t("noPhoneNumber") })}
            />
          )}
        </Field>
        <Field label={t("message")} error={formState.errors.body?.message}>
          {(control) => <TextArea {...control} rows={4} {...register("body", { required: t("messageNeeded") })} />}
        </Field>
      </form>
    </Dialog>
  );
}
