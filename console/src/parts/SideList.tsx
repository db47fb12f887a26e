import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type ReactNode } from "react";
import { NavLink } from "react-router";

export interface SideItem {
  key: string;
  to: string;
  name: string;
  /** Before the name. */
  icon?: ReactNode;
  dimmed?: boolean;
}

const ROW_PIXELS = 32;

/** A list of links of which only those in sight exist: a thousand tables cost as much as thirty. */
export function SideList({ items, onEnd }: { items: SideItem[]; onEnd?: () => void }) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 10,
  });
  const visible = rows.getVirtualItems();
  const last = visible.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= 0 && last >= items.length - 1) {
      onEnd?.();
    }
  }, [last, items.length, onEnd]);
  return (
    <div ref={frame} className="side-list">
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {visible.map((row) => {
          const item = items[row.index];
          return (
            item && (
              <NavLink
                key={item.key}
                to={item.to}
                className="side-item"
                data-dimmed={item.dimmed || undefined}
                title={item.name}
                style={{ transform: `translateY(${row.start}px)`, height: ROW_PIXELS }}
              >
                {item.icon}
                <bdi className="side-name">{item.name}</bdi>
              </NavLink>
            )
          );
        })}
      </div>
    </div>
  );
}
