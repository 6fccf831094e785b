import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Account } from "../../directory/account.ts";
import type { MessagingService } from "../../directory/phone-number.ts";
import { enrolService } from "../../directory/seed.ts";
import type { World } from "../../world.ts";
import { type Form, isTrue, textOf } from "../form.ts";
import { changedHook } from "../hooks.ts";
import { cutPage, metaFrame } from "../paging.ts";
import { notFound, refusal } from "../problem.ts";
import { refuseWith } from "../request.ts";
import { memberResource, serviceResource } from "./resource.ts";

type ServiceParams = { serviceSid: string };
type MemberParams = ServiceParams & { numberSid: string };

const BASE = "https://messaging.twilio.com";

/** Messaging services of the signed-in account. Source: Twilio OpenAPI, messaging v1. */
export function serviceRoutes(
  app: FastifyInstance,
  world: World,
  signedIn: (request: FastifyRequest) => Account,
): void {
  const find = (request: FastifyRequest<{ Params: ServiceParams }>): MessagingService | undefined => {
    const service = world.directory.services.get(request.params.serviceSid);
    return service?.accountSid === signedIn(request).sid ? service : undefined;
  };

  app.post<{ Body: Form }>("/Services", async (request, reply) => {
    const friendlyName = textOf(request.body ?? {}, "FriendlyName");
    if (!friendlyName) return refuseWith(reply, refusal(400, 20001, "FriendlyName is required"));
    const enrolment = { chance: world.chance, directory: world.directory, now: world.carrierNow };
    const service = enrolService(enrolment, signedIn(request).sid, friendlyName);
    changeService(world, service, request.body);
    return reply.code(201).send(serviceResource(service));
  });

  app.get<{ Querystring: Form }>("/Services", async (request) => {
    const { sid } = signedIn(request);
    const wanted = [...world.directory.services.values()].filter((service) => service.accountSid === sid).reverse();
    const page = cutPage(wanted, request.query);
    return { ...metaFrame(BASE, "/v1/Services", "services", page), services: page.items.map(serviceResource) };
  });

  app.get<{ Params: ServiceParams }>("/Services/:serviceSid", async (request, reply) => {
    const service = find(request);
    return service ? serviceResource(service) : refuseWith(reply, notFound(request.url));
  });

  app.post<{ Params: ServiceParams; Body: Form }>("/Services/:serviceSid", async (request, reply) => {
    const service = find(request);
    if (!service) return refuseWith(reply, notFound(request.url));
    changeService(world, service, request.body ?? {});
    return serviceResource(service);
  });

  app.delete<{ Params: ServiceParams }>("/Services/:serviceSid", async (request, reply) => {
    const service = find(request);
    if (!service) return refuseWith(reply, notFound(request.url));
    world.directory.services.delete(service.sid);
    return reply.code(204).send();
  });

  memberRoutes(app, world, find);
}

/** The numbers of a service. */
function memberRoutes(
  app: FastifyInstance,
  world: World,
  find: (request: FastifyRequest<{ Params: ServiceParams }>) => MessagingService | undefined,
): void {
  app.post<{ Params: ServiceParams; Body: Form }>("/Services/:serviceSid/PhoneNumbers", async (request, reply) => {
    const service = find(request);
    const number = world.directory.number(textOf(request.body ?? {}, "PhoneNumberSid") ?? "");
    if (!service || number?.accountSid !== service.accountSid) return refuseWith(reply, notFound(request.url));
    if (service.phoneNumberSids.includes(number.sid)) {
      return refuseWith(reply, refusal(409, 21710, "Phone Number or Short Code is already in the Messaging Service."));
    }
    if (world.directory.serviceOf(number)) {
      return refuseWith(reply, refusal(409, 21712, "Phone Number is associated with another Messaging Service"));
    }
    service.phoneNumberSids.push(number.sid);
    return reply.code(201).send(memberResource(service, number));
  });

  app.get<{ Params: ServiceParams; Querystring: Form }>(
    "/Services/:serviceSid/PhoneNumbers",
    async (request, reply) => {
      const service = find(request);
      if (!service) return refuseWith(reply, notFound(request.url));
      const members = service.phoneNumberSids.flatMap((sid) => world.directory.number(sid) ?? []);
      const page = cutPage(members, request.query);
      const path = `/v1/Services/${service.sid}/PhoneNumbers`;
      const resources = page.items.map((number) => memberResource(service, number));
      return { ...metaFrame(BASE, path, "phone_numbers", page), phone_numbers: resources };
    },
  );

  app.get<{ Params: MemberParams }>("/Services/:serviceSid/PhoneNumbers/:numberSid", async (request, reply) => {
    const service = find(request);
    const number = world.directory.number(request.params.numberSid);
    const isMember = service && number && service.phoneNumberSids.includes(number.sid);
    return isMember ? memberResource(service, number) : refuseWith(reply, notFound(request.url));
  });

  app.delete<{ Params: MemberParams }>("/Services/:serviceSid/PhoneNumbers/:numberSid", async (request, reply) => {
    const service = find(request);
    const { numberSid } = request.params;
    if (!service?.phoneNumberSids.includes(numberSid)) return refuseWith(reply, notFound(request.url));
    service.phoneNumberSids = service.phoneNumberSids.filter((sid) => sid !== numberSid);
    return reply.code(204).send();
  });
}

function changeService(world: World, service: MessagingService, form: Form): void {
  Object.assign(service, {
    friendlyName: textOf(form, "FriendlyName") ?? service.friendlyName,
    inbound: changedHook(service.inbound, form, "InboundRequestUrl", "InboundMethod"),
    fallback: changedHook(service.fallback, form, "FallbackUrl", "FallbackMethod"),
    statusCallbackUrl: textOf(form, "StatusCallback") ?? service.statusCallbackUrl,
    usecase: textOf(form, "Usecase") ?? service.usecase,
    validityPeriodS: Number(textOf(form, "ValidityPeriod") ?? service.validityPeriodS),
    useInboundWebhookOnNumber:
      textOf(form, "UseInboundWebhookOnNumber") === undefined
        ? service.useInboundWebhookOnNumber
        : isTrue(form, "UseInboundWebhookOnNumber"),
    stickySender: textOf(form, "StickySender") === undefined ? service.stickySender : isTrue(form, "StickySender"),
    updatedAt: world.carrierNow(),
  } satisfies Partial<MessagingService>);
}
