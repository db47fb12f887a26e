import { useSyncExternalStore } from "react";
import type { EngineError } from "../metadata/call.ts";

/** A message that goes away by itself, unless it tells of a failure. */
export interface Toast {
  id: number;
  kind: "success" | "failure" | "conflict";
  title: string;
  detail?: string;
  /** Where in the request, as the engine tells it. */
  path?: string;
  internal?: unknown;
  onReload?: () => void;
}

const SHOWN_MILLIS = 5000;
const MOST = 4;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]) {
  toasts = next;
  listeners.forEach((listener) => listener());
}

function add(toast: Omit<Toast, "id">): number {
  const id = ++lastId;
  publish([...toasts, { ...toast, id }].slice(-MOST));
  return id;
}

export function dismiss(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** @param remarks what may yet be amiss; with some, it stays until it is dismissed */
export function succeeded(title: string, remarks: string[] = []): void {
  const id = add({ kind: "success", title, ...(remarks.length > 0 ? { detail: remarks.join(" ") } : {}) });
  if (remarks.length === 0) {
    setTimeout(() => dismiss(id), SHOWN_MILLIS);
  }
}

export function failed(error: EngineError, onReload: () => void): void {
  if (error.isConflict) {
    add({
      kind: "conflict",
      title: "Somebody else has changed the metadata",
      detail: "Nothing was saved. Reload to see what it is now, and make your change again.",
      onReload,
    });
    return;
  }
  add({
    kind: "failure",
    title: error.message,
    detail: error.code,
    ...(error.path !== null && error.path !== "$" ? { path: error.path } : {}),
    ...(error.internal === undefined || error.internal === null ? {} : { internal: error.internal }),
  });
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}
