import type { Call } from "./snippets.ts";

export function typescript({ url, headers, written }: Call): string {
  const { query, ...rest } = written;
  const rows = headers.map((header) => {
    const value = "variable" in header ? `process.env.${header.variable} ?? ""` : JSON.stringify(header.value);
    return `    ${JSON.stringify(header.name)}: ${value},\n`;
  });
  const more = Object.entries(rest).map(([key, value]) => `, ${key}: ${JSON.stringify(value)}`);
  return `const query = /* GraphQL */ \`
${query.replaceAll(/[\\`]|\$(?=\{)/g, "\\$&")}
\`;

const answer = await fetch(${JSON.stringify(url)}, {
  method: "POST",
  headers: {
${rows.join("")}  },
  body: JSON.stringify({ query${more.join("")} }),
});
const { data, errors } = await answer.json();
if (errors) {
  throw new Error(errors[0].message);
}
console.log(data);
`;
}
