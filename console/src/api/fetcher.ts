import { createGraphiQLFetcher, type Fetcher } from "@graphiql/toolkit";
import { engineUrl } from "../engine.ts";

export function fetcherWith(headers: Record<string, string>): Fetcher {
  return createGraphiQLFetcher({ url: engineUrl("v1/graphql"), headers, enableIncrementalDelivery: false });
}
