import { useState, type ReactNode } from "react";
import { same } from "../metadata/seen.ts";

/**
 * Holds on to what a form was begun with, whatever is read anew meanwhile: a change is made on what its user has seen,
 * and says so to the engine. As long as that stays as it was, its version is the latest. Another `key` begins anew.
 */
export function Begun<T>({ data, children }: { data: T; children: (data: T) => ReactNode }) {
  const [begun] = useState(data);
  return children(same(begun, data) ? data : begun);
}
