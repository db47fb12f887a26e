import { useRef, type KeyboardEvent, type PointerEvent } from "react";

const LEAST_PIXELS = 40;
const STEP_PIXELS = 16;

interface Props {
  name: string;
  /** Undefined: as wide as what is in it. */
  width: number | undefined;
  onChange(width: number | undefined): void;
}

/** The right edge of a column's head: drawn by the mouse, moved by the arrow keys, and let go by a double click. */
export function Resizer({ name, width, onChange }: Props) {
  const start = useRef<{ x: number; width: number } | null>(null);

  function measured(element: Element): number {
    return width ?? element.parentElement?.getBoundingClientRect().width ?? LEAST_PIXELS;
  }

  function grab(event: PointerEvent<HTMLDivElement>) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: measured(event.currentTarget) };
  }

  function draw(event: PointerEvent<HTMLDivElement>) {
    if (start.current !== null) {
      onChange(Math.max(LEAST_PIXELS, Math.round(start.current.width + event.clientX - start.current.x)));
    }
  }

  function press(event: KeyboardEvent<HTMLDivElement>) {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      const by = event.key === "ArrowLeft" ? -STEP_PIXELS : STEP_PIXELS;
      onChange(Math.max(LEAST_PIXELS, Math.round(measured(event.currentTarget) + by)));
    }
  }

  return (
    <div
      className="resizer"
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${name}`}
      aria-valuenow={width ?? 0}
      tabIndex={0}
      onPointerDown={grab}
      onPointerMove={draw}
      onPointerUp={() => (start.current = null)}
      onDoubleClick={() => onChange(undefined)}
      onKeyDown={press}
    />
  );
}
