import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { toE164 } from "../directory/place.ts";
import { dialFrom } from "../handsets/dialling.ts";
import { type Handset, HandsetSpecSchema, type Photo } from "../handsets/handset.ts";
import { answerLine, endLine, type Line } from "../handsets/line.ts";
import { refuse as refuseCall, speakingSeconds } from "../handsets/ringing.ts";
import { textFrom } from "../handsets/texting.ts";
import type { World } from "../world.ts";
import { check, refuse } from "./problems.ts";
import { handsetView, textView } from "./views.ts";

type HandsetParams = { number: string };

const NumberSchema = z.string().transform((written, context) => {
  const number = toE164(written);
  if (number) return number;
  context.addIssue({ code: "custom", message: `"${written}" is not a phone number; write it like +12125550123` });
  return z.NEVER;
});

const DialSchema = z.object({ to: NumberSchema }).strict();
const PressSchema = z.object({ digits: z.string().regex(/^[0-9*#]{1,20}$/, "keys are 0-9, * and #") }).strict();
const SpeakSchema = z
  .object({ text: z.string().min(1).max(2_000), seconds: z.number().positive().optional() })
  .strict();
const TextSchema = z
  .object({
    to: NumberSchema,
    body: z.string().max(1_600).default(""),
    photos: z
      .array(z.object({ contentType: z.string(), base64: z.base64() }))
      .max(10)
      .default([]),
  })
  .strict();
/** Ten photos as a phone takes them. */
const MOST_BYTES = 64 * 1024 * 1024;

const ChangeSchema = HandsetSpecSchema.omit({ number: true }).strict();

/** The phones: how they are, what their owners do with them. */
export function handsetRoutes(app: FastifyInstance, world: World): void {
  const find = (written: string): Handset => {
    const number = toE164(written);
    const handset = number === undefined ? undefined : world.handsets.get(number);
    return handset ?? refuse(404, "No such handset", `There is no handset ${written}; make it with PUT.`);
  };

  /** The call that the handset is in or that rings. */
  const currentLine = (written: string): { handset: Handset; line: Line } => {
    const handset = find(written);
    const line = handset.lines.at(-1);
    if (!line) return refuse(409, "Not in a call", `${handset.name} is not in a call.`);
    return { handset, line };
  };

  app.get("/handsets", async () => ({ data: world.handsets.all().map(handsetView) }));

  app.get<{ Params: HandsetParams }>("/handsets/:number", async ({ params }) => handsetView(find(params.number)));

  app.put<{ Params: HandsetParams }>("/handsets/:number", async ({ params, body }) => {
    const number = check(NumberSchema, params.number);
    return handsetView(world.handsets.set({ ...check(ChangeSchema, body), number }));
  });

  app.post<{ Params: HandsetParams }>("/handsets/:number/dial", async ({ params, body }) => {
    const handset = find(params.number);
    const { to } = check(DialSchema, body);
    if (handset.lines.length > 0) return refuse(409, "In a call", `${handset.name} is in a call already.`);
    dialFrom(world, handset, to);
    return handsetView(handset);
  });

  app.post<{ Params: HandsetParams }>("/handsets/:number/answer", async ({ params }) => {
    const { handset, line } = currentLine(params.number);
    const mayAnswer = line.direction === "incoming" && line.state === "ringing";
    if (!mayAnswer) return refuse(409, "Nothing to answer", `${handset.name}'s phone is not ringing.`);
    answerLine(line, "person");
    return handsetView(handset);
  });

  app.post<{ Params: HandsetParams }>("/handsets/:number/reject", async ({ params }) => {
    const { handset, line } = currentLine(params.number);
    refuseCall(handset, line);
    return handsetView(handset);
  });

  app.post<{ Params: HandsetParams }>("/handsets/:number/hang-up", async ({ params }) => {
    const { handset, line } = currentLine(params.number);
    endLine(line, "handset");
    return handsetView(handset);
  });

  app.post<{ Params: HandsetParams }>("/handsets/:number/press", async ({ params, body }) => {
    const { handset, line } = currentLine(params.number);
    line.signal.emit({ type: "pressed", digits: check(PressSchema, body).digits });
    return handsetView(handset);
  });

  app.post<{ Params: HandsetParams }>("/handsets/:number/speak", async ({ params, body }) => {
    const { handset, line } = currentLine(params.number);
    const { text, seconds = speakingSeconds(text) } = check(SpeakSchema, body);
    line.signal.emit({ type: "spoke", text, seconds });
    return handsetView(handset);
  });

  app.post<{ Params: HandsetParams }>(
    "/handsets/:number/texts",
    { bodyLimit: MOST_BYTES },
    async ({ params, body }) => {
      const handset = find(params.number);
      const { to, body: words, photos } = check(TextSchema, body);
      const taken: Photo[] = photos.map(({ contentType, base64 }) => ({
        contentType,
        bytes: Buffer.from(base64, "base64"),
      }));
      return textView(await textFrom(world, handset, to, words, taken));
    },
  );

  app.get<{ Params: HandsetParams & { textId: string; index: string } }>(
    "/handsets/:number/texts/:textId/photos/:index",
    async ({ params }, reply) => {
      const text = find(params.number).texts.find(({ id }) => id === params.textId);
      const photo = text?.photos[Number(params.index)];
      if (!photo) return refuse(404, "No such photo", "This text has no such photo.");
      return reply.type(photo.contentType).send(Buffer.from(photo.bytes));
    },
  );
}
