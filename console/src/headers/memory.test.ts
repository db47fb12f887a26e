import { expect, test } from "vitest";
import { loadRows, storeRows, withSecret, type Shelf } from "./memory.ts";
import { forgetSecret, keepSecret, recallSecret } from "../session/secret.ts";

function shelf(): Shelf & { text(): string } {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    text: () => JSON.stringify([...kept]),
  };
}

const role = { id: "1", name: "x-hasura-role", value: "user", on: true };
const token = { id: "2", name: "Authorization", value: "Bearer t0ken", on: false };
const secret = { id: "3", name: "x-hasura-admin-secret", value: "s3cret", on: true };

test("rows come back as they were, keys to something only within the session", () => {
  const [local, session] = [shelf(), shelf()];
  storeRows([role, token], local, session);
  expect(loadRows(local, session, null)).toEqual([role, token]);
  expect(loadRows(local, shelf(), null)).toEqual([role, { ...token, value: "" }]);
  expect(local.text()).not.toContain("t0ken");
});

test("the admin secret is kept nowhere by the headers", () => {
  const [local, session] = [shelf(), shelf()];
  storeRows([secret, role], local, session);
  expect(local.text() + session.text()).not.toContain("s3cret");
  expect(loadRows(local, session, "s3cret")).toEqual([secret, role]);
  expect(loadRows(local, session, null)).toEqual([role]);
});

test("the row of the secret stands first, follows the login, and stays switched off", () => {
  expect(withSecret([role, { ...secret, on: false }], "new")).toEqual([{ ...secret, value: "new", on: false }, role]);
  expect(withSecret([role], "new")).toEqual([{ ...secret, id: "secret", value: "new" }, role]);
});

test.each(["", "nonsense", "null", "{}", '[1, null, {"id": 2}]'])("stored %j is no harm", (text) => {
  const [local, session] = [shelf(), shelf()];
  local.setItem("dovetail:headers", text);
  session.setItem("dovetail:header-values", text);
  expect(loadRows(local, session, null)).toEqual([]);
});

test("a secret is kept in one place and forgotten in both", () => {
  const [local, session] = [shelf(), shelf()];
  keepSecret("a", false, local, session);
  expect([recallSecret(local, session), local.text()]).toEqual(["a", "[]"]);
  keepSecret("b", true, local, session);
  expect([recallSecret(local, session), session.text()]).toEqual(["b", "[]"]);
  forgetSecret(local, session);
  expect(recallSecret(local, session)).toBeNull();
});
