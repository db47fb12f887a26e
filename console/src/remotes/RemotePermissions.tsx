import { Button, Group, Paper, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { RoleRow, Versioned } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { Confirmed } from "../parts/Confirmed.tsx";
import { sdlOf } from "./sdl.ts";
import type { RemoteView } from "./types.ts";

/** Which part of the remote schema a role sees, as SDL. */
export function RemotePermissions({ view }: { view: RemoteView }) {
  const name = view.remote_schema.name;
  const roles = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const whole = useAsk<{ data: unknown }>("introspect_remote_schema", { name }, { enabled: view.connected });
  const [role, setRole] = useState("");
  const [adding, setAdding] = useState<string | null>(null);
  const permissions = view.remote_schema.permissions ?? [];
  const known = (roles.data?.roles ?? []).map((each) => each.name);
  const free = known.filter((each) => !permissions.some((entry) => entry.role === each));
  return (
    <Stack className="form">
      <Text size="sm" c="dimmed">
        A role sees the part of the remote schema that is written here: take away the types, fields and arguments it
        should not have. <code>@preset(value: …)</code> at an argument gives it a value of yours.
      </Text>
      {permissions.map((entry) => (
        <One
          key={`${entry.role} ${view.resource_version}`}
          view={view}
          role={entry.role}
          before={entry.definition.schema}
        />
      ))}
      {adding === null ? (
        <Group align="flex-end">
          <Select label="Role" data={free} value={role || null} clearable onChange={(value) => setRole(value ?? "")} />
          <TextInput
            label="or a new one"
            value={known.includes(role) ? "" : role}
            spellCheck={false}
            onChange={(event) => setRole(event.currentTarget.value)}
          />
          <Button
            variant="default"
            leftSection={<Plus size={15} />}
            disabled={role.trim() === "" || !whole.data}
            onClick={() => setAdding(role.trim())}
          >
            Add a permission
          </Button>
        </Group>
      ) : (
        <One
          view={view}
          role={adding}
          before={null}
          begin={whole.data ? sdlOf(whole.data) : ""}
          onDone={() => setAdding(null)}
        />
      )}
    </Stack>
  );
}

interface OneProps {
  view: RemoteView;
  role: string;
  /** Null for a permission that is not there yet. */
  before: string | null;
  begin?: string;
  onDone?: () => void;
}

function One({ view, role, before, begin = "", onDone }: OneProps) {
  const { busy, make } = useChange();
  const [text, setText] = useState(before ?? begin);
  const [version] = useState(view.resource_version);
  const remote_schema = view.remote_schema.name;
  const drop = { type: "drop_remote_schema_permissions", args: { remote_schema, role } };
  const add = { type: "add_remote_schema_permissions", args: { remote_schema, role, definition: { schema: text } } };
  return (
    <Paper withBorder p="md" component="section" aria-label={`Permission of ${role}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h6">
          <bdi>{role}</bdi>
        </Title>
        {before !== null && (
          <Confirmed
            label="Remove"
            question={`Remove the permission of ${role}?`}
            busy={busy}
            onConfirm={() => make(drop, version, `${role} sees nothing of ${remote_schema} any more`)}
          >
            The role will see nothing of this remote schema.
          </Confirmed>
        )}
      </Group>
      <CodeArea aria-label={`What ${role} sees`} value={text} onChange={setText} maxRows={20} />
      <Group mt="sm">
        <Button
          size="xs"
          loading={busy}
          disabled={text === before || text.trim() === ""}
          onClick={async () => {
            const commands = before === null ? [add] : [drop, add];
            if (await make(commands, version, `The permission of ${role} was saved`)) {
              onDone?.();
            }
          }}
        >
          Save
        </Button>
        {before === null && (
          <Button size="xs" variant="default" onClick={onDone}>
            Cancel
          </Button>
        )}
      </Group>
    </Paper>
  );
}
