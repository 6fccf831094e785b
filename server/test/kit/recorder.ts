import { type StoredWebhook, TOPICS, type WebhookTopic, webhookTopics } from "#intake";
import { defineModule, type Module } from "#platform/module.ts";
import { answer } from "#platform/questions.ts";
import type { Scope } from "#platform/scope.ts";
import { upToIntake } from "./modules.ts";

export type Recorder = {
  /** The front door with nothing behind it but this recorder. */
  modules: readonly Module[];
  received: StoredWebhook[];
  /** Called inside the transaction that receives a webhook, before it is recorded. */
  before(run: (scope: Scope, webhook: StoredWebhook) => Promise<void>): void;
};

/** Receives every topic: what is about one sid is one subject, told apart by its status. */
export function createRecorder(): Recorder {
  const received: StoredWebhook[] = [];
  let before: (scope: Scope, webhook: StoredWebhook) => Promise<void> = async () => undefined;
  const receive: WebhookTopic["receive"] = async (scope, webhooks) => {
    for (const webhook of webhooks) await before(scope, webhook);
    received.push(...webhooks);
  };
  const topics = TOPICS.map((topic) =>
    answer(webhookTopics, {
      provider: "twilio",
      topic,
      subjectOf: (params) => params["CallSid"] ?? params["MessageSid"] ?? null,
      dedupeKeyOf: (params) =>
        [topic, params["CallSid"] ?? params["MessageSid"], params["CallStatus"] ?? params["MessageStatus"]].join(":"),
      receive,
    }),
  );
  const recorder = defineModule({
    name: "recorder",
    purpose: "Records.",
    uses: ["intake"],
    tables: [],
    answers: topics,
  });
  return {
    modules: [...upToIntake, recorder],
    received,
    before(run) {
      before = run;
    },
  };
}
