import { isSensitive } from "../../headers/headers.ts";
import type { Written } from "../operation.ts";
import { curl } from "./curl.ts";
import { go } from "./go.ts";
import { java } from "./java.ts";
import { python } from "./python.ts";
import { typescript } from "./typescript.ts";

/** A request to be written down in some language. */
export interface Call {
  url: string;
  headers: CallHeader[];
  written: Written;
}

/** A secret does not stand in the code: it comes from the variable named. */
export type CallHeader = { name: string; value: string } | { name: string; variable: string };

export interface Language {
  name: string;
  write(call: Call): string;
}

export const LANGUAGES: Language[] = [
  { name: "curl", write: curl },
  { name: "TypeScript", write: typescript },
  { name: "Java", write: java },
  { name: "Python", write: python },
  { name: "Go", write: go },
];

export function callOf(url: string, headers: Record<string, string>, written: Written): Call {
  const rows = Object.entries(headers).map(([name, value]): CallHeader =>
    isSensitive(name) ? { name, variable: variable(name) } : { name, value },
  );
  return { url, headers: [{ name: "content-type", value: "application/json" }, ...rows], written };
}

/** `HASURA_ADMIN_SECRET` for `x-hasura-admin-secret`. */
function variable(name: string): string {
  return name.replace(/^x-/i, "").replaceAll(/\W+/g, "_").toUpperCase();
}
