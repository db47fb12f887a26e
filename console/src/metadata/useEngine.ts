import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useSession } from "../session/session.ts";
import { useLeave } from "../parts/guard.tsx";
import { failed, succeeded } from "../parts/toasts.ts";
import { asEngineError, changeBody, post, warnings, type Command, type EngineError } from "./call.ts";

interface AskOptions {
  enabled?: boolean;
  /** Shows the answer to the last arguments until the next is there, as for a search while one types. */
  keep?: boolean;
}

/** Numbers that stay as they are written do not survive being mixed with an earlier answer (see readJson). */
function replaced(before: unknown, now: unknown): unknown {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** Reads something through the metadata API. Every reading is repeated after a change. */
export function useAsk<T>(type: string, args: unknown = {}, { enabled = true, keep = false }: AskOptions = {}) {
  const { secret } = useSession();
  return useQuery<T>({
    queryKey: ["metadata", type, args],
    queryFn: async ({ signal }) => (await post({ secret, signal }, "v1/metadata", { type, args })) as T,
    enabled,
    structuralSharing: replaced,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

export interface Change {
  busy: boolean;
  /**
   * Makes the commands, as one change.
   *
   * @param version of the metadata that the user had before her eyes; if it is no longer that, nothing is changed
   * @param done what to tell when it went well
   * @param refused takes a refusal over, and says whether it did
   * @return whether it did; what went wrong has been told
   */
  make(
    commands: Command | readonly Command[],
    version: number,
    done: string,
    refused?: (error: EngineError) => boolean,
  ): Promise<boolean>;
}

export function useChange(): Change {
  const { secret } = useSession();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const leave = useLeave();
  const make = useCallback(
    async (...[commands, version, done, refused]: Parameters<Change["make"]>) => {
      setBusy(true);
      try {
        const list = "type" in commands ? [commands] : commands;
        const answer = await post({ secret }, "v1/metadata", changeBody(list, version));
        await queries.invalidateQueries();
        // What was read anew reaches the components a moment after it came; forms begin anew with it.
        await new Promise((shown) => setTimeout(shown));
        succeeded(done, warnings(answer));
        return true;
      } catch (thrown) {
        const error = asEngineError(thrown);
        if (error.isConflict) {
          // Who was changing something else may save it then.
          await queries.invalidateQueries();
        }
        if (refused?.(error) !== true) {
          // Forms are thrown away with what they were begun with.
          failed(error, () => leave(() => void queries.resetQueries(), "Reload"));
        }
        return false;
      } finally {
        setBusy(false);
      }
    },
    [secret, queries, leave],
  );
  return { busy, make };
}

/** Sends a request that is neither: SQL, GraphQL, a reload. */
export function useSend() {
  const { secret } = useSession();
  return useCallback(
    (path: string, body: unknown, headers: Record<string, string> = {}) => post({ secret }, path, body, headers),
    [secret],
  );
}
