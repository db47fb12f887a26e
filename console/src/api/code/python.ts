import type { Call } from "./snippets.ts";

export function python({ url, headers, written }: Call): string {
  const { query, ...rest } = written;
  const rows = headers.map((header) => {
    const value = "variable" in header ? `os.environ[${literal(header.variable)}]` : literal(header.value);
    return `        ${literal(header.name)}: ${value},\n`;
  });
  const more = Object.entries(rest).map(([key, value]) => `, ${literal(key)}: ${literal(value)}`);
  const imports = headers.some((header) => "variable" in header) ? "import os\n\nimport requests" : "import requests";
  return `${imports}

query = """
${query.replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"')}
"""

answer = requests.post(
    ${literal(url)},
    headers={
${rows.join("")}    },
    json={"query": query${more.join("")}},
    timeout=60,
).json()
if "errors" in answer:
    raise RuntimeError(answer["errors"][0]["message"])
print(answer["data"])
`;
}

/** As Python writes a value of JSON. */
function literal(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(literal).join(", ")}]`;
  }
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, part]) => `${JSON.stringify(key)}: ${literal(part)}`)
      .join(", ")}}`;
  }
  return value === true ? "True" : value === false ? "False" : value === null ? "None" : JSON.stringify(value);
}
