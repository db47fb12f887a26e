import { Alert, Checkbox, Code, List, Table, Text } from "@mantine/core";
import { NamedAction } from "./NamedAction.tsx";
import { route, type Preview } from "./openapi.ts";

interface Choice {
  preview: Preview;
  chosen: ReadonlySet<string>;
  onChange(chosen: ReadonlySet<string>): void;
}

/** The actions there would be, each to be chosen. */
export function Operations({ preview, chosen, onChange }: Choice) {
  const all = preview.actions.map((action) => action.name);
  function toggle(name: string) {
    const next = new Set(chosen);
    if (!next.delete(name)) {
      next.add(name);
    }
    onChange(next);
  }
  return (
    <Table aria-label="Operations" className="list-table">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <Checkbox
              aria-label="All operations"
              checked={chosen.size === all.length}
              indeterminate={chosen.size > 0 && chosen.size < all.length}
              onChange={() => onChange(new Set(chosen.size === all.length ? [] : all))}
            />
          </Table.Th>
          <Table.Th>Action</Table.Th>
          <Table.Th>Operation</Table.Th>
          <Table.Th>Answers</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {preview.actions.map((action) => (
          <Table.Tr key={action.name}>
            <Table.Td>
              <Checkbox
                aria-label={action.name}
                checked={chosen.has(action.name)}
                onChange={() => toggle(action.name)}
              />
            </Table.Td>
            <Table.Td>
              <NamedAction
                type={action.definition.type}
                comment={action.comment}
                name={
                  <Text size="sm" fw={500} span>
                    {action.name}
                  </Text>
                }
              />
            </Table.Td>
            <Table.Td className="breakable">
              <Code>{route(action)}</Code>
            </Table.Td>
            <Table.Td>
              <Code>{action.definition.output_type}</Code>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What would not be as the description has it. */
export function Remarks({ remarks }: { remarks: string[] }) {
  return remarks.length === 0 ? null : (
    <Alert color="yellow" variant="light" title="What is left out or changed">
      <List size="sm">
        {remarks.map((remark) => (
          <List.Item key={remark}>{remark}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
