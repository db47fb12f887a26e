import { Table, Text } from "@mantine/core";
import type { SqlAnswer } from "./useSql.ts";

const SHOWN_ROWS = 1000;

/** What came of SQL. */
export function SqlResult({ answer, millis }: { answer: SqlAnswer; millis: number }) {
  const time = `${Math.max(1, Math.round(millis))} ms`;
  if (answer.result === null) {
    return <Text size="sm">Done, in {time}.</Text>;
  }
  const [head = [], ...rows] = answer.result;
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {rows.length === 1 ? "1 row" : `${rows.length} rows`} in {time}
        {rows.length > SHOWN_ROWS && `; the first ${SHOWN_ROWS} of them`}
      </Text>
      <div className="grid-frame" tabIndex={0} role="region" aria-label="Result">
        <Table className="grid" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {head.map((name, index) => (
                <Table.Th key={index}>
                  <bdi>{name}</bdi>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, SHOWN_ROWS).map((row, index) => (
              <Table.Tr key={index}>
                {row.map((cell, at) => (
                  <Table.Td key={at} title={cell}>
                    <bdi>{cell}</bdi>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
