import { ActionIcon, Group, Select } from "@mantine/core";
import { ArrowRight, Trash2 } from "lucide-react";

export interface Pair {
  from: string;
  to: string;
}

interface Props {
  from: string[];
  /** Null as long as it is not known of what. */
  to: string[] | null;
  /** The last may be empty; after it there is always an empty one. */
  pairs: Pair[];
  onChange(pairs: Pair[]): void;
}

/** *From* and *To*, as often as needed. */
export function Pairs({ from, to, pairs, onChange }: Props) {
  const rows = [...pairs.filter((pair) => pair.from !== "" || pair.to !== ""), { from: "", to: "" }];
  function put(index: number, part: Partial<Pair>) {
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  }
  return (
    <div>
      {rows.map((row, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end" mb={6}>
          <Select
            {...(index === 0 ? { label: "From" } : { "aria-label": `From ${index + 1}` })}
            placeholder="Choose"
            data={from}
            value={row.from || null}
            searchable
            flex={1}
            onChange={(value) => put(index, { from: value ?? "" })}
          />
          <ArrowRight size={16} aria-hidden className="pair-arrow" />
          <Select
            {...(index === 0 ? { label: "To" } : { "aria-label": `To ${index + 1}` })}
            placeholder={to === null ? "Choose a table first" : "Choose"}
            data={to ?? []}
            value={row.to || null}
            searchable
            disabled={to === null}
            flex={1}
            onChange={(value) => put(index, { to: value ?? "" })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={`Remove ${row.from || "this pair"}`}
            style={{ visibility: index < rows.length - 1 ? "visible" : "hidden" }}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <Trash2 size={15} />
          </ActionIcon>
        </Group>
      ))}
    </div>
  );
}
