import { Command } from "commander";
import { type KeptWebhook, type ReceivedAgain, receiveAgain, selectKept } from "../modules/intake/index.ts";
import type { Ports } from "../platform/ports.ts";
import { printTable } from "./print.ts";
import { withHouse } from "./with-house.ts";

const NEWEST = 50;

export const webhooksCommand = new Command("webhooks")
  .description("list stored webhooks, oldest first: the newest fifty, or those of one call or text")
  .option("--call <sid>", "the SID of a call (CA…) or text (SM…)")
  .option("--json", "one JSON object a line")
  .action(({ call, json }: { call?: string; json?: boolean }) =>
    withHouse(async ({ ports }) => {
      const webhooks = await selectKept(ports, call === undefined ? { newest: NEWEST } : { subject: call });
      if (webhooks.length === 0)
        throw new Error(call === undefined ? "No webhook has come in yet." : "No webhook is about that.");
      printTable(webhooks.map(inColumns), json === true);
    }),
  );

export const webhookCommand = new Command("webhook").description("one stored webhook");

webhookCommand
  .command("replay")
  .description("receive a stored webhook again; what the ledger has already changes nothing")
  .argument("<id>", "the webhook's id, as nmc webhooks lists it")
  .action((id: string) =>
    withHouse(async ({ ports }) => {
      const [webhook] = await selectKept(ports, { id: uuid(id) });
      if (webhook === undefined) throw new Error("There is no such webhook. nmc webhooks lists their ids.");
      await replayAll(ports, [webhook]);
    }),
  );

export const deadLettersCommand = new Command("dead-letters")
  .description("list dead letters: webhooks that could not be received, or receive them again")
  .option("--replay <id>", "receive this one again")
  .option("--replay-all", "receive all of them again")
  .option("--json", "one JSON object a line")
  .action(({ replay, replayAll: all, json }: { replay?: string; replayAll?: boolean; json?: boolean }) =>
    withHouse(async ({ ports }) => {
      const dead = await selectKept(ports, { status: "dead" });
      if (all === true) return replayAll(ports, dead);
      if (replay === undefined) return list(dead, json === true);
      const webhook = dead.find(({ id }) => id === replay);
      if (webhook === undefined) throw new Error("There is no such dead letter. nmc dead-letters lists them.");
      return replayAll(ports, [webhook]);
    }),
  );

function list(dead: readonly KeptWebhook[], json: boolean): void {
  if (dead.length > 0) printTable(dead.map(inColumns), json);
  else if (!json) process.stdout.write("Every webhook was received.\n");
}

function inColumns({ id, received_at, topic, subject, status, attempts, last_error }: KeptWebhook) {
  return { id, received_at: received_at.toString(), topic, subject, status, attempts: String(attempts), last_error };
}

async function replayAll(ports: Ports, webhooks: readonly KeptWebhook[]): Promise<void> {
  for (const webhook of webhooks) {
    const outcome = await receiveAgain(ports, webhook);
    process.stdout.write(`${webhook.id} ${webhook.topic} ${webhook.subject}: ${whatHappened(outcome)}\n`);
    if (outcome.error !== null) process.exitCode = 1;
  }
  if (webhooks.length === 0) process.stdout.write("Every webhook was received.\n");
}

function whatHappened({ status, error, announced }: ReceivedAgain): string {
  if (error !== null) return `it could not be received (${error}); it is ${status}`;
  if (status !== "processed") return "it waits for its turn behind earlier ones; the server receives it";
  return announced === 0 ? "received; everything it says was known" : `received; ${announced} events followed`;
}

/** @throws when it is not the form of an id. */
function uuid(text: string): string {
  if (/^[0-9a-f-]{36}$/i.test(text)) return text;
  throw new Error("This is not a webhook's id. nmc webhooks lists their ids.");
}
