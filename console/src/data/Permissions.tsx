import { Button, Group, Paper, Table, Text, TextInput, Title, UnstyledButton } from "@mantine/core";
import { Check, CircleDot, X } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import type { RoleRow, TableView, Versioned } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { SAVED, useLeaving } from "../parts/guard.tsx";
import { degree, entryOf, KINDS, rolesOf, type Degree, type PermissionKind } from "./permission.ts";
import { PermissionForm } from "./PermissionForm.tsx";

interface Props {
  source: string;
  view: TableView;
}

const MARKS: Record<Degree, { text: string; Icon: typeof X; color: string }> = {
  none: { text: "nothing", Icon: X, color: "var(--faint)" },
  some: { text: "some", Icon: CircleDot, color: "light-dark(#9a5b00, #eecfa9)" },
  all: { text: "everything", Icon: Check, color: "light-dark(#087f5b, #63e6be)" },
};

/** Who may do what with the table: roles and the four operations. */
export function Permissions({ source, view }: Props) {
  const known = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const [typed, setTyped] = useState("");
  const [added, setAdded] = useState<string[]>([]);
  const [params, setParams] = useSearchParams();
  const chosen = chosenIn(params);
  const { leave, within } = useLeaving();
  const roles = rolesOf(view.metadata, [
    ...(known.data?.roles ?? []).map((role) => role.name),
    ...added,
    ...(chosen === null ? [] : [chosen.role]),
  ]);
  return (
    <>
      <Table className="matrix" withTableBorder withColumnBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Role</Table.Th>
            {KINDS.map((kind) => (
              <Table.Th key={kind}>{kind}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">admin</Table.Th>
            {KINDS.map((kind) => (
              <Table.Td key={kind}>
                <Mark degree="all" />
              </Table.Td>
            ))}
          </Table.Tr>
          {roles.map((role) => (
            <Table.Tr key={role}>
              <Table.Th scope="row">
                <bdi>{role}</bdi>
              </Table.Th>
              {KINDS.map((kind) => {
                const is = degree(view, kind, entryOf(view.metadata, kind, role));
                return (
                  <Table.Td key={kind} data-chosen={(chosen?.role === role && chosen.kind === kind) || undefined}>
                    <UnstyledButton
                      className="matrix-cell"
                      aria-label={`${role}, ${kind}: ${MARKS[is].text}`}
                      onClick={() => leave(() => setParams({ role, kind }, SAVED))}
                    >
                      <Mark degree={is} />
                    </UnstyledButton>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group mt="sm" align="flex-end">
        <TextInput
          label="Another role"
          size="xs"
          value={typed}
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={typed.trim() === ""}
          onClick={() => {
            setAdded([...added, typed.trim()]);
            setTyped("");
          }}
        >
          Add
        </Button>
        <Text size="xs" c="dimmed">
          A role is there once it has a permission.
        </Text>
      </Group>
      {within(
        chosen !== null && (
          <Paper withBorder p="md" mt="lg" component="section" aria-label="Permission" className="form">
            <Title order={2} size="h5" mb="md">
              <bdi>{chosen.role}</bdi> · {chosen.kind}
            </Title>
            <PermissionForm
              key={`${chosen.role} ${chosen.kind}`}
              source={source}
              view={view}
              role={chosen.role}
              kind={chosen.kind}
              onClose={() => setParams({})}
            />
          </Paper>
        ),
      )}
    </>
  );
}

/** The permission that the address tells, so that it can be passed on; anybody may write one. */
function chosenIn(params: URLSearchParams): { role: string; kind: PermissionKind } | null {
  const role = params.get("role") ?? "";
  const kind = KINDS.find((each) => each === params.get("kind"));
  return role === "" || kind === undefined ? null : { role, kind };
}

function Mark({ degree: is }: { degree: Degree }) {
  const { Icon, color, text } = MARKS[is];
  return (
    <span className="matrix-mark">
      <Icon size={15} color={color} aria-hidden /> {text}
    </span>
  );
}
