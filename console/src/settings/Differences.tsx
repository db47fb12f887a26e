import { Badge, Table, Text, UnstyledButton } from "@mantine/core";
import { diffLines } from "diff";
import { useState } from "react";
import { canonical, type Difference } from "./difference.ts";

const COLORS = { added: "teal", removed: "red", changed: "blue" };

/** So many at first sight; a thousand tables would only be scrolled past. */
const SHOWN = 200;

export function Differences({ differences }: { differences: Difference[] }) {
  const [open, setOpen] = useState<string | null>(null);
  if (differences.length === 0) {
    return (
      <Text size="sm" role="status">
        The file has what is there already.
      </Text>
    );
  }
  return (
    <Table className="list-table" aria-label="What will change">
      <Table.Tbody>
        {differences.slice(0, SHOWN).map((each) => {
          const key = `${each.kind} ${each.name}`;
          return (
            <Table.Tr key={key}>
              <Table.Td w={100} valign="top">
                <Badge variant="light" color={COLORS[each.how]}>
                  {each.how}
                </Badge>
              </Table.Td>
              <Table.Td className="breakable">
                <UnstyledButton
                  aria-expanded={open === key}
                  onClick={() => setOpen(open === key ? null : key)}
                  className="difference-name"
                >
                  <span className="difference-kind">{each.kind}</span> <bdi>{each.name}</bdi>
                </UnstyledButton>
                {open === key && <Lines difference={each} />}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
      {differences.length > SHOWN && <Table.Caption>and {differences.length - SHOWN} more of the kind</Table.Caption>}
    </Table>
  );
}

function Lines({ difference: { before, after } }: { difference: Difference }) {
  const parts = diffLines(text(before), text(after));
  return (
    <pre className="difference-lines" tabIndex={0}>
      {parts.map((each, index) => (
        <span key={index} data-how={each.added ? "added" : each.removed ? "removed" : undefined}>
          {each.value.replaceAll(/^(?=.)/gm, each.added ? "+ " : each.removed ? "- " : "  ")}
        </span>
      ))}
    </pre>
  );
}

function text(value: unknown): string {
  return value === undefined ? "" : `${canonical(value)}\n`;
}
