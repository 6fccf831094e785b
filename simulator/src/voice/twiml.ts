import { XMLParser, XMLValidator } from "fast-xml-parser";

/** An element of a TwiML document. */
export interface Verb {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: readonly Verb[];
}

/** The verbs of the document, or why it is none (Twilio: error 12100, document parse failure). */
export type Twiml = { kind: "document"; verbs: readonly Verb[] } | { kind: "unreadable"; why: string };

type Node = Record<string, unknown> & { ":@"?: Record<string, string> };

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  htmlEntities: true,
});

export function parseTwiml(xml: string): Twiml {
  const source = xml.trim();
  if (source === "") return { kind: "document", verbs: [] };
  const validity = XMLValidator.validate(source);
  if (validity !== true) return { kind: "unreadable", why: validity.err.msg };
  const nodes = (parser.parse(source) as Node[]).map(toVerb);
  const response = nodes.find((node) => node.name === "Response");
  if (!response) return { kind: "unreadable", why: "The root element is not <Response>." };
  return { kind: "document", verbs: response.children };
}

function toVerb(node: Node): Verb {
  const name = Object.keys(node).find((key) => key !== ":@") ?? "";
  const inner = name === "#text" ? [] : (node[name] as Node[]);
  const text = inner
    .map((child) => ("#text" in child ? String(child["#text"]) : ""))
    .join(" ")
    .trim();
  const children = inner.filter((child) => !("#text" in child)).map(toVerb);
  return { name, attributes: node[":@"] ?? {}, text, children };
}
