import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Row, Value } from "./rows.ts";

export const ROW_PIXELS = 28;
const INDENT_PIXELS = 18;

interface Props {
  row: Row;
  top: number;
  index: number;
  count: number;
  /** Whether a change would go into another text than the one in the editor. */
  disabled: boolean;
  onOpen(key: string): void;
}

export function ExplorerRow({ row, top, index, count, disabled, onOpen }: Props) {
  return (
    <div
      role="listitem"
      aria-level={row.depth + 1}
      aria-posinset={index + 1}
      aria-setsize={count}
      className="explorer-row"
      data-kind={row.kind}
      data-deprecated={row.deprecated || undefined}
      title={row.description ?? undefined}
      style={{ transform: `translateY(${top}px)`, height: ROW_PIXELS, paddingLeft: row.depth * INDENT_PIXELS }}
    >
      {row.open === null ? (
        <span className="explorer-gap" />
      ) : (
        <button
          type="button"
          className="explorer-gap"
          aria-expanded={row.open}
          aria-label={`What ${row.name} has`}
          disabled={disabled && !row.checked}
          onClick={() => (row.checked ? onOpen(row.key) : row.toggle())}
        >
          <ChevronRight size={14} aria-hidden />
        </button>
      )}
      <label>
        <input type="checkbox" checked={row.checked} disabled={disabled} onChange={row.toggle} />
        <bdi>{row.name}</bdi>
      </label>
      {row.value && <ValueField name={row.name} value={row.value} disabled={disabled} />}
    </div>
  );
}

function ValueField({ name, value, disabled }: { name: string; value: Value; disabled: boolean }) {
  // What was typed may be written otherwise in the query; nobody wants to see that under the cursor.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value.text;
  if (value.choices) {
    const all = value.choices.includes(value.text) ? value.choices : [value.text, ...value.choices];
    return (
      <select
        aria-label={`Value of ${name}`}
        value={value.text}
        disabled={disabled}
        onChange={(event) => value.change(event.currentTarget.value)}
      >
        {all.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    );
  }
  return (
    <input
      aria-label={`Value of ${name}`}
      value={shown}
      disabled={disabled}
      placeholder="value or $variable"
      spellCheck={false}
      size={Math.max(6, Math.min(28, shown.length + 1))}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        value.change(event.currentTarget.value);
      }}
    />
  );
}
