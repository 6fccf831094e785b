import type { FastifyInstance } from "fastify";
import type { Account } from "../../directory/account.ts";
import { enrolAccount } from "../../directory/seed.ts";
import type { World } from "../../world.ts";
import { rfc2822OrNull } from "../dates.ts";
import { type Form, textOf } from "../form.ts";
import { cutPage, pageFrame } from "../paging.ts";
import { type AccountParams, accountOf } from "../request.ts";

/** Twilio: Account resource. */
const accountResource = (account: Account) => ({
  auth_token: account.authToken,
  date_created: rfc2822OrNull(account.createdAt),
  date_updated: rfc2822OrNull(account.createdAt),
  friendly_name: account.friendlyName,
  owner_account_sid: account.ownerAccountSid,
  sid: account.sid,
  status: account.status,
  subresource_uris: {
    calls: `/2010-04-01/Accounts/${account.sid}/Calls.json`,
    incoming_phone_numbers: `/2010-04-01/Accounts/${account.sid}/IncomingPhoneNumbers.json`,
    messages: `/2010-04-01/Accounts/${account.sid}/Messages.json`,
  },
  type: "Full",
  uri: `/2010-04-01/Accounts/${account.sid}.json`,
});

/** One account: read it, rename it, suspend or close it. Source: Twilio OpenAPI, Accounts. */
export function accountRoutes(app: FastifyInstance, world: World): void {
  app.get<{ Params: AccountParams }>(".json", async (request) => accountResource(accountOf(world, request)));

  app.post<{ Params: AccountParams; Body: Form }>(".json", async (request) => {
    const account = accountOf(world, request);
    const status = textOf(request.body, "Status");
    account.friendlyName = textOf(request.body, "FriendlyName") ?? account.friendlyName;
    if (status === "active" || status === "suspended" || status === "closed") account.status = status;
    return accountResource(account);
  });
}

/** The signed-in account's subaccounts (one a customer, as Twilio asks of software vendors): make and list them. */
export function subaccountRoutes(app: FastifyInstance, world: World, signedIn: (request: object) => Account): void {
  app.post<{ Body: Form }>("/Accounts.json", async (request, reply) => {
    const owner = signedIn(request);
    const enrolment = { chance: world.chance, directory: world.directory, now: world.carrierNow };
    const account = enrolAccount(enrolment, {
      ownerAccountSid: owner.sid,
      friendlyName: textOf(request.body, "FriendlyName") ?? "SubAccount",
      countries: owner.countries,
    });
    return reply.code(201).send(accountResource(account));
  });

  app.get<{ Querystring: Form }>("/Accounts.json", async (request) => {
    const owner = signedIn(request);
    const wanted = [...world.directory.accounts.values()]
      .filter((account) => account === owner || account.ownerAccountSid === owner.sid)
      .filter((account) => (textOf(request.query, "FriendlyName") ?? account.friendlyName) === account.friendlyName);
    const page = cutPage(wanted.reverse(), request.query);
    return { ...pageFrame("/2010-04-01/Accounts.json", page), accounts: page.items.map(accountResource) };
  });
}
