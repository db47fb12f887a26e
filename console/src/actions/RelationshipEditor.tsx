import { SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { DefinitionForm } from "./DefinitionForm.tsx";
import { built as builtElsewhere, drafted as draftedElsewhere, NEW_ELSEWHERE } from "./elsewhere.ts";
import { ElsewhereForm } from "./ElsewhereForm.tsx";
import { built, drafted, NEW_RELATIONSHIP } from "./relationship.ts";
import { RelationshipForm } from "./RelationshipForm.tsx";
import type { ObjectType, TypeRelationship } from "./types.ts";

type Target = "table" | "remote" | "action" | "other";

interface Props {
  type: ObjectType;
  /** Null for a new one. */
  initial: TypeRelationship | null;
  /** The database in which a new one looks for its table first. */
  source: string;
  busy: boolean;
  onSave(relationship: TypeRelationship): void;
  onCancel(): void;
}

/** Where a relationship leads, and the form for that. */
export function RelationshipEditor({ type, initial, source, busy, onSave, onCancel }: Props) {
  const [target, setTarget] = useState<Target>(() => (initial === null ? "table" : targetOf(initial)));
  const ends = { busy, onCancel };
  return (
    <Stack gap="sm" mt="md" className="inset" role="form" aria-label="Add a relationship">
      {initial === null && (
        <SegmentedControl
          aria-label="Where it leads"
          size="xs"
          data={[
            { value: "table", label: "To a table" },
            { value: "remote", label: "To a remote schema" },
            { value: "action", label: "To an action" },
          ]}
          value={target}
          onChange={(value) => setTarget(value as Target)}
        />
      )}
      {target === "table" && (
        <RelationshipForm
          type={type}
          initial={initial === null ? { ...NEW_RELATIONSHIP, source } : drafted(initial)}
          onSave={(draft) => onSave(built(draft, initial))}
          {...ends}
        />
      )}
      {(target === "remote" || target === "action") && (
        <ElsewhereForm
          key={target}
          type={type}
          initial={(initial && draftedElsewhere(initial)) ?? { ...NEW_ELSEWHERE, to: target }}
          onSave={(draft) => onSave(builtElsewhere(draft, initial))}
          {...ends}
        />
      )}
      {target === "other" && initial !== null && <DefinitionForm initial={initial} onSave={onSave} {...ends} />}
    </Stack>
  );
}

function targetOf(relationship: TypeRelationship): Target {
  return relationship.remote_table === undefined ? (draftedElsewhere(relationship)?.to ?? "other") : "table";
}
