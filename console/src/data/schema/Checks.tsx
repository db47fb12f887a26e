import { Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../../metadata/types.ts";
import { addCheck, dropConstraint } from "./alter.ts";
import { Constraints } from "./Constraints.tsx";
import type { Described } from "./describe.ts";
import { Proposal } from "./Proposal.tsx";

interface Props {
  source: string;
  view: TableView;
  facts: Described;
}

/** Conditions that every row meets; also exclusions, which compare rows with each other. */
export function Checks({ source, view, facts }: Props) {
  return (
    <Constraints
      title="Checks"
      hint="A condition, in SQL, that every row must meet."
      source={source}
      one="check"
      items={facts.constraints
        .filter((each) => each.kind === "c" || each.kind === "x")
        .map((each) => ({ ...each, drop: dropConstraint(view.table, each.name) }))}
      form={(close) => <NewCheck source={source} view={view} onClose={close} />}
    />
  );
}

function NewCheck({ source, view, onClose }: { source: string; view: TableView; onClose(): void }) {
  const [name, setName] = useState("");
  const [condition, setCondition] = useState("");
  const empty = condition.trim() === "";
  return (
    <Stack gap="sm">
      <TextInput
        label="Constraint name"
        description="Postgres finds one if there is none"
        value={name}
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Condition"
        placeholder="price > 0"
        value={condition}
        spellCheck={false}
        classNames={{ input: "code-area" }}
        onChange={(event) => setCondition(event.currentTarget.value)}
      />
      <Proposal
        source={source}
        statement={empty ? "" : addCheck(view.table, { name, condition })}
        problem={empty ? "Write a condition." : null}
        label="Add"
        done="The check was added"
        onDone={onClose}
        onCancel={onClose}
      />
    </Stack>
  );
}
