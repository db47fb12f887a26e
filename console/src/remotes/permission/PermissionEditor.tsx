import { Button, Group, Text } from "@mantine/core";
import type { GraphQLSchema } from "graphql";
import { useMemo, useState } from "react";
import { CodeArea } from "../../parts/CodeArea.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { NOTHING, type Choice } from "./choice.ts";
import { PermissionTree } from "./PermissionTree.tsx";
import { readSdl, unwritable, writeSdl } from "./sdl.ts";
import { partsOf, withParts } from "./settle.ts";

interface Props {
  schema: GraphQLSchema;
  role: string;
  /** Null for a permission that is not there yet. */
  before: string | null;
  busy: boolean;
  onSave(sdl: string): void;
  onCancel(): void;
}

/** The tree and the SDL, side by side: who changes one sees the other change. */
export function PermissionEditor({ schema, role, before, busy, onSave, onCancel }: Props) {
  const [text, setText] = useState(before ?? "");
  const [read, setRead] = useState<{ choice: Choice; problem: string | null }>(() => reading(before ?? "", NOTHING));
  const unfinished = useMemo(() => unwritable(schema, read.choice), [schema, read.choice]);
  const dirty = text !== (before ?? "") || unfinished.length > 0;

  function choose(choice: Choice) {
    setRead({ choice, problem: null });
    setText(writeSdl(schema, choice));
  }

  return (
    <>
      <UnsavedGuard when={dirty && !busy} />
      <Group mb="sm" gap="xs">
        <Button size="xs" variant="default" onClick={() => choose(everything(schema))}>
          Everything
        </Button>
        <Button size="xs" variant="default" onClick={() => choose(NOTHING)}>
          Nothing
        </Button>
      </Group>
      <div className="halves">
        <PermissionTree schema={schema} choice={read.choice} onChange={choose} />
        <CodeArea
          aria-label={`What ${role} sees`}
          value={text}
          minRows={12}
          error={read.problem}
          // What is typed here would be read without the presets that are not finished: they would be lost.
          readOnly={unfinished.length > 0}
          onChange={(next) => {
            setText(next);
            setRead(reading(next, read.choice));
          }}
        />
      </div>
      <Group mt="sm">
        <Button
          size="xs"
          loading={busy}
          disabled={!dirty || text.trim() === "" || read.problem !== null || unfinished.length > 0}
          onClick={() => onSave(text)}
        >
          Save
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {text.trim() === ""
            ? "Choose at least one field."
            : unfinished.length > 0
              ? `Finish or take away the preset of ${unfinished.join(", ")}.`
              : null}
        </Text>
      </Group>
    </>
  );
}

/** While the SDL cannot be read the tree shows what it had. */
function reading(sdl: string, last: Choice): { choice: Choice; problem: string | null } {
  if (sdl.trim() === "") {
    return { choice: NOTHING, problem: null };
  }
  try {
    return { choice: readSdl(sdl), problem: null };
  } catch (error) {
    return { choice: last, problem: error instanceof Error ? error.message : String(error) };
  }
}

function everything(schema: GraphQLSchema): Choice {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith("__") && type !== schema.getSubscriptionType(),
  );
  return withParts(schema, NOTHING, types.flatMap(partsOf));
}
