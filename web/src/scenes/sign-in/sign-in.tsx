import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useRef } from "react";
import { useForm } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { demoQuery, sessionQuery, signIn } from "../../api/session.ts";
import { failureSentence } from "../../shell/query-client.ts";
import { Button } from "../../ui/button.tsx";
import { Failure } from "../../ui/failure.tsx";
import { Field } from "../../ui/field.tsx";
import { Input } from "../../ui/input.tsx";
import { DemoPeople } from "./demo-people.tsx";

interface Credentials {
  email: string;
  password: string;
}

export function SignIn() {
  const { t } = useTranslation("signIn");
  const { data: demo } = useQuery(demoQuery);
  const { register, handleSubmit, setValue, formState } = useForm<Credentials>();
  const submit = useSignIn();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <main className="flex min-h-dvh flex-col bg-canvas px-4 py-8 md:justify-center">
      <title>{`${t("title")} · NeverMissCall`}</title>
      <div className="mx-auto flex w-full max-w-90 flex-col gap-6">
        <header>
          <p className="text-base font-semibold text-ink-soft">NeverMissCall</p>
          <h1 className="text-title font-semibold">{t("title")}</h1>
        </header>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => void handleSubmit((credentials) => submit.mutate(credentials))(event)}
        >
          <Field label={t("email")} error={formState.errors.email?.message}>
            {(control) => (
              <Input
                {...control}
                type="email"
                autoComplete="username"
                {...register("email", { required: t("emailNeeded") })}
              />
            )}
          </Field>
          <Field label={t("password")} error={formState.errors.password?.message}>
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="current-password"
                {...register("password", { required: t("passwordNeeded") })}
              />
            )}
          </Field>
          {submit.isError && (
            <div className="-mx-4 -my-4">
              <Failure>{failureSentence(submit.error)}</Failure>
            </div>
          )}
          <Button ref={button} type="submit" look="primary" disabled={submit.isPending}>
            {submit.isPending ? t("signingIn") : t("signIn")}
          </Button>
        </form>
        {demo?.demo && (
          <DemoPeople
            people={demo.people}
            onChoose={({ email, password }) => {
              setValue("email", email, { shouldValidate: true });
              setValue("password", password, { shouldValidate: true });
              button.current?.focus();
            }}
          />
        )}
      </div>
    </main>
  );
}

/** Signs in and goes on to where one wanted to go. */
function useSignIn() {
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const { next } = useSearch({ from: "/sign-in" });
  return useMutation({
    mutationFn: signIn,
    meta: { showsFailure: true },
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      if (next && /^\/[^/]/.test(next)) router.history.push(next);
      else await navigate({ to: "/inbox" });
    },
  });
}
