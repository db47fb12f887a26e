import { Button, Code, Table, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Dropping } from "./Dropping.tsx";
import { Section } from "./Section.tsx";
import type { Statement } from "./useDdl.tsx";

export interface Listed {
  name: string;
  /** In SQL. */
  definition: string;
  /** None for what goes only with something else. */
  drop: Statement | null;
}

interface Props {
  title: string;
  hint: string;
  source: string;
  /** One of them: `foreign key`. */
  one: string;
  items: Listed[];
  /** The form that adds one. */
  form: (close: () => void) => ReactNode;
}

/** What there is of a kind, each to be dropped, and one more to be added. */
export function Constraints({ title, hint, source, one, items, form }: Props) {
  const [adding, setAdding] = useState(false);
  return (
    <Section title={title} hint={hint}>
      {items.length > 0 && (
        <Table className="list-table" mb="sm">
          <Table.Tbody>
            {items.map(({ name, definition, drop }) => (
              <Table.Tr key={name}>
                <Table.Td className="breakable" w="30%">
                  <Text size="sm">
                    <bdi>{name}</bdi>
                  </Text>
                </Table.Td>
                <Table.Td className="breakable">
                  <Code>{definition}</Code>
                </Table.Td>
                <Table.Td className="row-actions">
                  {drop && <Dropping source={source} statement={drop} what={`the ${one} ${name}`} />}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {adding ? (
        <div className="inset" role="form" aria-label={`Add: ${one}`}>
          {form(() => setAdding(false))}
        </div>
      ) : (
        <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => setAdding(true)}>
          Add {/^[aeio]/.test(one) ? "an" : "a"} {one}
        </Button>
      )}
    </Section>
  );
}
