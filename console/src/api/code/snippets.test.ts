import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { callOf, LANGUAGES } from "./snippets.ts";

const QUERY = 'query Q {\n  a(x: "it\'s `${y}` \\\\ \\"""")\n}';
const CALL = callOf(
  "http://127.0.0.1:1/v1/graphql",
  { "x-hasura-admin-secret": "s3cret", authorization: "Bearer s3cret", "x-hasura-role": 'us"er' },
  { query: QUERY, operationName: "Q", variables: { yes: true, no: null, list: [1, "it's"] } },
);

test.each(LANGUAGES)("$name has the request and no secret", ({ write }) => {
  const code = write(CALL);
  expect(code).not.toContain("s3cret");
  expect(code).toContain("HASURA_ADMIN_SECRET");
  expect(code).toContain("AUTHORIZATION");
  expect(code).toContain("x-hasura-role");
});

test("curl sends what was meant, whatever stands in it", () => {
  const script = `curl() { printf '%s' "\${@: -1}"; }\n${LANGUAGES[0]?.write(CALL)}`;
  expect(JSON.parse(execFileSync("bash", ["-c", script], { encoding: "utf8" }))).toEqual(CALL.written);
});

test("TypeScript sends what was meant, whatever stands in it", async () => {
  const code = LANGUAGES[1]?.write(CALL) ?? "";
  const sent: RequestInit[] = [];
  const ask = async (_url: string, init: RequestInit) => {
    sent.push(init);
    return { json: async () => ({ data: {} }) };
  };
  const program = `return (async () => {${code}})()`;
  await (new Function("fetch", "console", program) as (...args: unknown[]) => Promise<void>)(ask, { log() {} });
  const { query, ...rest } = JSON.parse(String(sent[0]?.body)) as { query: string };
  expect(query.trim()).toBe(QUERY);
  expect({ query: QUERY, ...rest }).toEqual(CALL.written);
});
