/** The parameters of a request: form or query, values that repeat as a list. */
export type Form = Readonly<Record<string, string | string[] | undefined>>;

/** The one value of a parameter; undefined when it was not given. An empty value is a value. */
export function textOf(form: Form, name: string): string | undefined {
  const value = form[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

/** Every value of a parameter that may repeat. */
export function listOf(form: Form, name: string): string[] {
  const value = form[name];
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export const isTrue = (form: Form, name: string): boolean => textOf(form, name)?.toLowerCase() === "true";
