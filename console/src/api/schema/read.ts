import { engineUrl } from "../../engine.ts";

export type Reading = { kind: "read"; text: string } | { kind: "failed"; message: string };

export interface Asked {
  reading: Promise<Reading>;
  /** Nobody wants to know any more. */
  stop(): void;
}

/** Asks for the schema that those headers lead to. */
export function askForSchema(headers: Record<string, string>): Asked {
  const leaving = new AbortController();
  const url = engineUrl("v1/graphql/schema/lines");
  return { reading: readSchema(url, headers, fetch, leaving.signal), stop: () => leaving.abort() };
}

/** By GET, so that the browser keeps it, and only asks whether it is still the same. */
export async function readSchema(
  url: string,
  headers: Record<string, string>,
  ask: typeof fetch,
  signal: AbortSignal | null = null,
): Promise<Reading> {
  try {
    const answer = await ask(url, { headers, signal });
    // It is a text; what is refused is told as JSON.
    if (answer.headers.get("content-type")?.startsWith("text/plain")) {
      return { kind: "read", text: await answer.text() };
    }
    const content = (await answer.json()) as { errors?: { message: string }[] } | null;
    const said = content?.errors?.map((error) => error.message).join("; ");
    return { kind: "failed", message: said ?? `The engine answered with status ${answer.status}.` };
  } catch (broken) {
    return { kind: "failed", message: broken instanceof Error ? broken.message : String(broken) };
  }
}
