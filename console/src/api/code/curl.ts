import type { Call } from "./snippets.ts";

export function curl({ url, headers, written }: Call): string {
  const lines = [
    `curl ${quoted(url)}`,
    ...headers.map((header) =>
      "variable" in header
        ? `-H "${header.name}: $${header.variable}"`
        : `-H ${quoted(`${header.name}: ${header.value}`)}`,
    ),
    `-d ${quoted(JSON.stringify(written, null, 2))}`,
  ];
  return `${lines.join(" \\\n  ")}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
