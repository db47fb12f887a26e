import { Autocomplete, Checkbox, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { ColumnDraft } from "./ddl.ts";

interface Props {
  draft: ColumnDraft;
  types: string[];
  onChange(part: Partial<ColumnDraft>): void;
  /** Names the fields of one among several; none where there is but one. */
  of?: string;
  /** Its value cannot be told by a default: it counts up, or is made of others. */
  fixed?: boolean;
  /** After the last field. */
  children?: ReactNode;
}

/** What a column is, in one row. */
export function ColumnFields({ draft, types, onChange, of, fixed = false, children }: Props) {
  const label = (text: string) =>
    of === undefined ? { label: text } : { "aria-label": `${text} of ${of}`, placeholder: text };
  return (
    <div className="column-row" data-labelled={of === undefined || undefined}>
      <TextInput
        {...label("Name")}
        size="sm"
        value={draft.name}
        spellCheck={false}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Autocomplete
        {...label("Type")}
        size="sm"
        data={types}
        limit={40}
        value={draft.type}
        spellCheck={false}
        onChange={(type) => onChange({ type })}
      />
      <TextInput
        {...label("Default")}
        size="sm"
        value={draft.fallback}
        disabled={fixed}
        spellCheck={false}
        onChange={(event) => onChange({ fallback: event.currentTarget.value })}
      />
      <TextInput
        {...label("Comment")}
        size="sm"
        value={draft.comment}
        onChange={(event) => onChange({ comment: event.currentTarget.value })}
      />
      <Checkbox
        label="Nullable"
        {...(of === undefined ? {} : { "aria-label": `Nullable: ${of}` })}
        checked={draft.nullable}
        onChange={(event) => onChange({ nullable: event.currentTarget.checked })}
      />
      <Checkbox
        label="Unique"
        {...(of === undefined ? {} : { "aria-label": `Unique: ${of}` })}
        checked={draft.unique}
        onChange={(event) => onChange({ unique: event.currentTarget.checked })}
      />
      {children}
    </div>
  );
}
