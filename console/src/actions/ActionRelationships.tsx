import { Link2 } from "lucide-react";
import { Empty } from "../parts/Empty.tsx";
import { answered } from "./relationship.ts";
import { TypeRelationships } from "./TypeRelationships.tsx";
import type { ActionView } from "./types.ts";

/** `Actions → [action] → Relationships`: from what the action answers to tables. */
export function ActionRelationships({ view }: { view: ActionView }) {
  const types = answered(view.custom_types, view.action.definition.output_type);
  if (types.length === 0) {
    return (
      <Empty Icon={Link2} title="This action answers no object">
        Relationships start at the fields of an object type. Let the action answer one, on its page Modify.
      </Empty>
    );
  }
  return (
    <>
      {types.map((type) => (
        <TypeRelationships key={type.name} type={type} version={view.resource_version} />
      ))}
    </>
  );
}
