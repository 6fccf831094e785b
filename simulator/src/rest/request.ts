import type { FastifyReply, FastifyRequest } from "fastify";
import type { Account } from "../directory/account.ts";
import type { World } from "../world.ts";
import { errorBody, type TwilioError } from "./problem.ts";

/** The path parameter that every route of the 2010 interface has. */
export interface AccountParams {
  accountSid: string;
}

/** The account that the path names; authentication has made sure that it exists. */
export const accountOf = (world: World, request: FastifyRequest<{ Params: AccountParams }>): Account =>
  world.directory.account(request.params.accountSid);

export const refuseWith = (reply: FastifyReply, error: TwilioError): FastifyReply =>
  reply.code(error.status).send(errorBody(error));
