import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillTemplate, placeholderProblem, type TemplateName } from "./template.ts";

const business = { business_name: "Rivera Plumbing" };

describe("a template", () => {
  it("is filled with the business's words", () => {
    expect(fillTemplate("{{business_name}} is closed for {{holiday}}.", business, "Christmas")).toBe(
      "Rivera Plumbing is closed for Christmas.",
    );
  });

  it("takes a name literally, whatever signs it has", () => {
    expect(fillTemplate("Hi from {{business_name}}", { business_name: "$& {{holiday}} $1" })).toBe(
      "Hi from $& {{holiday}} $1",
    );
  });

  it("is not sent with a hole in it", () => {
    expect(() => fillTemplate("{{business_name}}, {{holiday}}", business)).toThrow("{{holiday}}");
    expect(() => fillTemplate("Hi {{customer}}", business)).toThrow("{{customer}}");
  });

  it.each<[TemplateName, string, string | null]>([
    ["greeting_template", "Hi from {{business_name}}", null],
    ["holiday_template", "{{business_name}} closes for {{holiday}}", null],
    ["greeting_template", "Hi from us", "must contain {{business_name}}"],
    ["greeting_template", "Hi from {{ business_name }}", "uses {{ business_name }}, which does not exist"],
    ["greeting_template", "{{business_name}} on {{holiday}}", "uses {{holiday}}, which does not exist"],
    ["after_hours_template", "{{business_name}} {{first-name}}", "uses {{first-name}}, which does not exist"],
    ["greeting_template", "{{business_name}} {{", "has a {{ without its other half"],
    ["greeting_template", "{{business_name}} }}", "has a }} without its other half"],
    ["greeting_template", "{{{{business_name}}}}", "has a {{ without its other half"],
  ])("%s: %s", (name, template, problem) => {
    if (problem === null) expect(placeholderProblem(name, template)).toBeNull();
    else expect(placeholderProblem(name, template)).toContain(problem);
  });

  it("that may be saved can always be filled, and leaves no placeholder behind", () => {
    const part = fc.oneof(
      fc.constantFrom("{{business_name}}", "{{holiday}}", "{{other}}", "{", "}", "{{", "}}", " "),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const template = parts.join("");
        if (placeholderProblem("holiday_template", template) !== null) return;
        expect(fillTemplate(template, business, "Christmas")).not.toMatch(/\{\{|\}\}/);
      }),
      { numRuns: 1000 },
    );
  });

  it("of hostile braces is read in linear time", () => {
    const startedAt = performance.now();
    placeholderProblem("greeting_template", "{{".repeat(50_000) + "}".repeat(50_000));
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});
