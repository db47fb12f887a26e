import type { TablePage } from "../metadata/types.ts";
import type { useSend } from "../metadata/useEngine.ts";

/** The version of the metadata now: for a change that follows on another of the same user. */
export async function freshVersion(send: ReturnType<typeof useSend>, source: string): Promise<number> {
  const answer = await send("v1/metadata", { type: "dovetail_list_tables", args: { source, limit: 0 } });
  return (answer as TablePage).resource_version;
}
