import { Badge, Button, Group, Paper, Select, Stack, Table, Text, TextInput, Title } from "@mantine/core";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import type { RoleRow, Versioned } from "../metadata/types.ts";
import { seenAt } from "../metadata/seen.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { useLeaving } from "../parts/guard.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PermissionEditor } from "./permission/PermissionEditor.tsx";
import { readSdl } from "./permission/sdl.ts";
import { schemaOf } from "./sdl.ts";
import type { RemoteView } from "./types.ts";

/** Which part of the remote schema each role sees; one at a time is edited. */
export function RemotePermissions({ view }: { view: RemoteView }) {
  const name = view.remote_schema.name;
  const roles = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const [role, setRole] = useState("");
  const [edited, setEdited] = useState<string | null>(null);
  const { leave, within } = useLeaving();
  const permissions = view.remote_schema.permissions ?? [];
  const known = (roles.data?.roles ?? []).map((each) => each.name);
  const free = known.filter((each) => !permissions.some((entry) => entry.role === each));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        A role sees what is ticked for it. These permissions count on an engine started with{" "}
        <code>--enable-remote-schema-permissions</code>; on others every role sees everything.
      </Text>
      {permissions.length > 0 && (
        <Table className="list-table form">
          <Table.Tbody>
            {permissions.map((entry) => (
              <Table.Tr key={entry.role}>
                <Table.Td>
                  <bdi>{entry.role}</bdi>
                </Table.Td>
                <Table.Td>
                  <Badge variant="light">{size(entry.definition.schema)}</Badge>
                </Table.Td>
                <Table.Td className="row-actions">
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={`Edit the permission of ${entry.role}`}
                    onClick={() => leave(() => setEdited(entry.role))}
                  >
                    Edit
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {edited === null ? (
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
            disabled={role.trim() === "" || !view.connected}
            onClick={() => setEdited(role.trim())}
          >
            Add a permission
          </Button>
        </Group>
      ) : (
        within(
          <One
            key={`${name} ${edited}`}
            view={view}
            role={edited}
            onDone={() => {
              setEdited(null);
              setRole("");
            }}
          />,
        )
      )}
    </Stack>
  );
}

function One({ view, role, onDone }: { view: RemoteView; role: string; onDone(): void }) {
  const { busy, make } = useChange();
  const remote_schema = view.remote_schema.name;
  const introspection = useAsk<{ data: unknown }>("introspect_remote_schema", { name: remote_schema });
  const schema = useMemo(() => (introspection.data ? schemaOf(introspection.data) : null), [introspection.data]);
  const now = view.remote_schema.permissions?.find((entry) => entry.role === role)?.definition.schema ?? null;
  const [begun] = useState({ what: now, version: view.resource_version });
  const { what: before } = begun;
  const version = seenAt(begun, { what: now, version: view.resource_version });
  const drop = { type: "drop_remote_schema_permissions", args: { remote_schema, role } };
  return (
    <Paper withBorder p="md" component="section" aria-label={`Permission of ${role}`}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          <bdi>{role}</bdi>
        </Title>
        {before !== null && (
          <Confirmed
            label="Remove"
            question={`Remove the permission of ${role}?`}
            busy={busy}
            onConfirm={async () => {
              if (await make(drop, version, `${role} sees nothing of ${remote_schema} any more`)) {
                onDone();
              }
            }}
          >
            The role will see nothing of this remote schema.
          </Confirmed>
        )}
      </Group>
      <Loaded query={introspection}>
        {() =>
          schema && (
            <PermissionEditor
              schema={schema}
              role={role}
              before={before}
              busy={busy}
              onCancel={onDone}
              onSave={async (sdl) => {
                const add = {
                  type: "add_remote_schema_permissions",
                  args: { remote_schema, role, definition: { schema: sdl } },
                };
                if (await make(before === null ? [add] : [drop, add], version, `The permission of ${role} was saved`)) {
                  onDone();
                }
              }}
            />
          )
        }
      </Loaded>
    </Paper>
  );
}

function size(sdl: string): string {
  try {
    const { parts, presets } = readSdl(sdl);
    const types = new Set([...parts].map((each) => each.split(".")[0])).size;
    return `${types} types${presets.size > 0 ? `, ${presets.size} ${presets.size === 1 ? "preset" : "presets"}` : ""}`;
  } catch {
    return "cannot be read";
  }
}
