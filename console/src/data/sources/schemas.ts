import { dropping } from "../schema/alter.ts";
import type { Statement } from "../schema/useDdl.tsx";
import { identifier } from "../sql.ts";

export function createSchema(name: string): string {
  return `create schema ${identifier(name)};`;
}

export function renameSchema(name: string, to: string): string {
  return `alter schema ${identifier(name)} rename to ${identifier(to)};`;
}

export function dropSchema(name: string): Statement {
  return dropping(`drop schema ${identifier(name)}`);
}
