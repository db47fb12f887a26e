import type { ReactNode } from "react";

/** A page with a list at its left. */
export function Area({ name, side, children }: { name: string; side: ReactNode; children: ReactNode }) {
  return (
    <div className="area">
      <aside className="area-side" aria-label={name}>
        {side}
      </aside>
      <div className="area-main">{children}</div>
    </div>
  );
}
