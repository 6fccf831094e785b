/** One line of a call's story, as the API tells it. */
export interface StoryEntry {
  id: string;
  kind: "webhook" | "event" | "decision" | "job" | "send" | "delivery" | "message" | "appointment" | "lead";
  title: string;
  sentence: string;
  since_start_ms: number;
}

const API = "/api/v1";

async function get<Answer>(path: string): Promise<Answer | null> {
  const answer = await fetch(`${API}${path}`);
  return answer.ok ? ((await answer.json()) as Answer) : null;
}

/** Signs in as the demo's owner where nobody is signed in and this is a demo. Whether somebody is signed in afterwards. */
export async function ensureDemoSession(): Promise<boolean> {
  if ((await get("/session")) !== null) return true;
  const demo = await get<{ people: { email: string; password: string; role: string }[] }>("/demo");
  const owner = demo?.people.find((person) => person.role === "owner");
  if (!owner) return false;
  const body = JSON.stringify({ email: owner.email, password: owner.password });
  const answer = await fetch(`${API}/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return answer.ok;
}

/** The id of the customer's newest call, or null. */
export async function latestCall(customer: string): Promise<string | null> {
  const page = await get<{ data: { id: string; customer_phone: string | null }[] }>("/calls?limit=50");
  return page?.data.find((call) => call.customer_phone === customer)?.id ?? null;
}

export async function storyOf(call: string): Promise<StoryEntry[]> {
  return (await get<{ entries: StoryEntry[] }>(`/calls/${call}/story`))?.entries ?? [];
}
