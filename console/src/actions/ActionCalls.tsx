import { Badge, Button, Checkbox, Code, Group, Select, Stack, Table, Text } from "@mantine/core";
import { Inbox, RefreshCw } from "lucide-react";
import { useState } from "react";
import { useAsk } from "../metadata/useEngine.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";

interface Call {
  id: string;
  action: string;
  status: "created" | "processing" | "completed" | "error";
  created_at: string;
  finished_at: string | null;
  role: string | null;
  errors: { error?: string } | null;
  input: unknown;
  output: unknown;
}

interface CallPage {
  total: number;
  calls: Call[];
}

const PAGE = 20;
const COUNTED = 10_000;
const COLORS = { created: "gray", processing: "blue", completed: "green", error: "red" };

/** `Actions → [action] → Calls`: what became of the calls of an asynchronous action. */
export function ActionCalls({ action }: { action: string }) {
  const [status, setStatus] = useState<string | null>(null);
  const [payload, setPayload] = useState(false);
  const [offset, setOffset] = useState(0);
  const query = useAsk<CallPage>(
    "dovetail_async_actions",
    { action, ...(status === null ? {} : { status }), payload, offset, limit: PAGE },
    { keep: true },
  );
  return (
    <Stack gap="md">
      <Group align="flex-end">
        <Select
          label="Status"
          placeholder="All"
          clearable
          data={Object.keys(COLORS)}
          value={status}
          onChange={(value) => {
            setStatus(value);
            setOffset(0);
          }}
        />
        <Button variant="default" leftSection={<RefreshCw size={15} />} onClick={() => void query.refetch()}>
          Reload
        </Button>
        <Checkbox
          pb={8}
          label="Show inputs and outputs"
          checked={payload}
          onChange={(event) => setPayload(event.currentTarget.checked)}
        />
      </Group>
      <Loaded query={query}>
        {({ calls, total }) =>
          total === 0 ? (
            <Empty Icon={Inbox} title="No such calls">
              Calls of asynchronous actions stay in the log until somebody removes them.
            </Empty>
          ) : (
            <>
              <Calls calls={calls} payload={payload} />
              <Group>
                <Button variant="default" size="xs" disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
                  Newer
                </Button>
                <Button
                  variant="default"
                  size="xs"
                  disabled={offset + PAGE >= total}
                  onClick={() => setOffset(offset + PAGE)}
                >
                  Older
                </Button>
                <Text size="sm" c="dimmed" role="status">
                  {offset + 1} to {offset + calls.length} of {total > COUNTED ? `more than ${COUNTED}` : total}
                </Text>
              </Group>
            </>
          )
        }
      </Loaded>
    </Stack>
  );
}

function Calls({ calls, payload }: { calls: Call[]; payload: boolean }) {
  return (
    <Table className="list-table" aria-label="Calls">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Id</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th>Role</Table.Th>
          <Table.Th>Asked for</Table.Th>
          <Table.Th>Finished</Table.Th>
          {payload && <Table.Th>Input and output</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {calls.map((call) => (
          <Table.Tr key={call.id}>
            <Table.Td>
              <Code>{call.id}</Code>
            </Table.Td>
            <Table.Td>
              <Badge size="sm" variant="light" color={COLORS[call.status]}>
                {call.status}
              </Badge>
              {call.errors?.error !== undefined && <Text size="xs">{call.errors.error}</Text>}
            </Table.Td>
            <Table.Td>{call.role}</Table.Td>
            <Table.Td>{moment(call.created_at)}</Table.Td>
            <Table.Td>{call.finished_at === null ? "" : moment(call.finished_at)}</Table.Td>
            {payload && (
              <Table.Td className="breakable">
                <Code block>{JSON.stringify({ input: call.input, output: call.output }, null, 2)}</Code>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function moment(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toLocaleString();
}
