import type { Account } from "../directory/account.ts";
import type { Directory } from "../directory/directory.ts";
import { refusal, type TwilioError } from "./problem.ts";

const wrongCredentials = refusal(401, 20003, "Authenticate");

/** Who signs in: the account of an AccountSid with one of its tokens, or of an API key with its secret. */
export function signIn(directory: Directory, authorization: string | undefined): Account | TwilioError {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return wrongCredentials;
  const [name = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const secret = rest.join(":");
  const account = accountOf(directory, name, secret);
  if (!account) return wrongCredentials;
  if (account.status === "active") return account;
  return refusal(401, 20005, `Account ${account.sid} is ${account.status}`);
}

function accountOf(directory: Directory, name: string, secret: string): Account | undefined {
  const key = directory.apiKeys.get(name);
  if (key) return key.secret === secret ? directory.accounts.get(key.accountSid) : undefined;
  const account = directory.accounts.get(name);
  const isRight =
    account !== undefined && secret !== "" && [account.authToken, account.secondaryAuthToken].includes(secret);
  return isRight ? account : undefined;
}

/** Whether an account may act for another: itself and the subaccounts that it owns. */
export const mayActFor = (account: Account, sid: string, directory: Directory): boolean =>
  account.sid === sid || directory.accounts.get(sid)?.ownerAccountSid === account.sid;
