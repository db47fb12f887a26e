import { Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { tablePath } from "../../metadata/names.ts";
import type { TableView } from "../../metadata/types.ts";
import { SAVED } from "../../parts/guard.tsx";
import { rename } from "./alter.ts";
import { commentOn, script } from "./ddl.ts";
import { Proposal } from "./Proposal.tsx";
import { Section } from "./Section.tsx";

interface Props {
  source: string;
  view: TableView;
  /** What Postgres calls a thing of this kind. */
  noun: string;
}

/** What the table is called, and what is said of it. */
export function TableNames({ source, view, noun }: Props) {
  const [name, setName] = useState(view.table.name);
  const [comment, setComment] = useState(view.comment ?? "");
  const navigate = useNavigate();
  const renamed = name !== view.table.name;
  const commented = comment !== (view.comment ?? "");
  const statements =
    (commented ? script([commentOn(noun, view.table, comment)]) : "") +
    (commented && renamed ? "\n" : "") +
    (renamed ? rename(noun, view.table, name) : "");
  return (
    <Section title={`The ${noun}`}>
      <Stack gap="sm">
        <div className="halves">
          <TextInput
            label="Name"
            value={name}
            spellCheck={false}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput label="Comment" value={comment} onChange={(event) => setComment(event.currentTarget.value)} />
        </div>
        {(renamed || commented) && (
          <Proposal
            source={source}
            statement={statements}
            problem={name === "" ? "It needs a name." : null}
            label="Save"
            done={renamed ? `${view.table.name} is called ${name} now` : "The comment was saved"}
            onDone={() => {
              if (renamed) {
                void navigate(tablePath(source, { ...view.table, name }, "modify"), SAVED);
              }
            }}
            onCancel={() => {
              setName(view.table.name);
              setComment(view.comment ?? "");
            }}
          />
        )}
      </Stack>
    </Section>
  );
}
