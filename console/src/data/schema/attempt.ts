import type { EngineError } from "../../metadata/call.ts";
import { sqlState } from "../words.ts";
import type { Statement } from "./useDdl.tsx";

export interface Attempt {
  sql: string;
  /** Whether what depends on it in the metadata goes along. */
  cascade: boolean;
}

const DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";

/** What could be tried after a refusal, if the user agrees; null if nothing would help. */
export function wider(attempt: Attempt, statement: Statement, error: EngineError): Attempt | null {
  if (error.code === "dependency-error" && !attempt.cascade) {
    return { ...attempt, cascade: true };
  }
  const { cascading } = statement;
  return sqlState(error) === DEPENDENT_OBJECTS_STILL_EXIST &&
    cascading !== undefined &&
    attempt.sql !== cascading
    ? { ...attempt, sql: cascading }
    : null;
}
