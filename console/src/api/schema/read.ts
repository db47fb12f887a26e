import type { IntrospectionQuery } from "graphql";
import { pack, type Packed } from "./pack.ts";

export interface Question {
  url: string;
  headers: Record<string, string>;
}

export type Reading = { kind: "read"; packed: Packed } | { kind: "failed"; message: string };

/** Asks the engine for the schema. By GET, so that the browser keeps it, and only asks whether it is still the same. */
export async function readSchema({ url, headers }: Question, ask: typeof fetch): Promise<Reading> {
  try {
    const answer = await ask(url, { headers: { accept: "application/json", ...headers } });
    const content = (await answer.json()) as { data?: IntrospectionQuery; errors?: { message: string }[] } | null;
    if (content?.data) {
      return { kind: "read", packed: pack(content.data) };
    }
    const said = content?.errors?.map((error) => error.message).join("; ");
    return { kind: "failed", message: said ?? `The engine answered with status ${answer.status}.` };
  } catch (broken) {
    return { kind: "failed", message: broken instanceof Error ? broken.message : String(broken) };
  }
}
