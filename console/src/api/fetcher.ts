import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { Kind, parse } from "graphql";
import { engineUrl } from "../engine.ts";

/** What can be said of an answer besides what stands in it. */
export interface Receipt {
  status: number;
  millis: number;
  bytes: number;
  requestId: string | null;
}

/**
 * Sends GraphQL requests to the engine.
 *
 * @param onReceipt hears of every answer
 */
export function fetcherWith(headers: Record<string, string>, onReceipt: (receipt: Receipt) => void): Fetcher {
  const timed: typeof fetch = async (input, init) => {
    const begin = performance.now();
    const answer = await fetch(input, init);
    const content = await answer.arrayBuffer();
    onReceipt({
      status: answer.status,
      millis: performance.now() - begin,
      bytes: content.byteLength,
      requestId: answer.headers.get("x-request-id"),
    });
    return new Response(content, { status: answer.status, headers: answer.headers });
  };
  const fetcher = createGraphiQLFetcher({
    url: engineUrl("v1/graphql"),
    // As GraphQL was always spoken here: errors come with status 200, and the browser complains of nothing.
    headers: { accept: "application/json", ...headers },
    enableIncrementalDelivery: false,
    fetch: timed,
  });
  return (params, options) =>
    fetcher({ ...params, operationName: operationName(params.query, params.operationName) }, options);
}

/**
 * GraphiQL learns of an operation's name a moment after its text changed; who is quicker would be refused for a name
 * that is no longer there. A document with one operation needs no choosing.
 */
export function operationName(query: string, chosen: string | null | undefined): string | null {
  try {
    const operations = parse(query).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return operations.length === 1 ? (operations[0]?.name?.value ?? null) : (chosen ?? null);
  } catch {
    return chosen ?? null;
  }
}

/** As people read it: `200 · 12 ms · 1.4 kB`. */
export function describe(receipt: Receipt): string {
  const { status, millis, bytes } = receipt;
  const time = millis < 1000 ? `${Math.max(1, Math.round(millis))} ms` : `${(millis / 1000).toFixed(1)} s`;
  const size = bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`;
  return [status === 200 ? null : `status ${status}`, time, size].filter((part) => part !== null).join(" · ");
}
