import { Checkbox, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { tablePath, tableText, unsegment } from "../../metadata/names.ts";
import { useChange, useSend } from "../../metadata/useEngine.ts";
import { SAVED } from "../../parts/guard.tsx";
import { Heading } from "../../parts/Heading.tsx";
import { freshVersion } from "../fresh.ts";
import { trackCommand } from "../track.ts";
import { NewColumns } from "./NewColumns.tsx";
import { NewConstraints } from "./NewConstraints.tsx";
import { emptyTable, begunColumns, statementOf, tableProblem } from "./newTable.ts";
import { Proposal } from "./Proposal.tsx";
import { Section } from "./Section.tsx";
import { useSchemas, useTypes } from "./useCatalog.ts";

/** A new table, in the words of a form; what it becomes in SQL stands below. */
export function CreateTable() {
  const source = unsegment(useParams().source);
  const [params] = useSearchParams();
  const [table, setTable] = useState(() => emptyTable(params.get("schema") ?? "public"));
  const [track, setTrack] = useState(true);
  const schemas = useSchemas(source).data ?? [];
  const types = useTypes(source);
  const send = useSend();
  const { make } = useChange();
  const navigate = useNavigate();
  const ref = { schema: table.schema, name: table.name };
  const begun = table.name !== "" || begunColumns(table).length > 0;

  async function made() {
    if (track) {
      await make(trackCommand(source, ref), await freshVersion(send, source), `${tableText(ref)} is tracked`);
    }
    void navigate(tablePath(source, ref, "modify"), SAVED);
  }

  return (
    <>
      <Heading above={`Data · ${source}`} title="Create a table" />
      <div className="page-body wide">
        <Section title="Table">
          <Group align="flex-start" grow preventGrowOverflow={false}>
            <Select
              label="Schema"
              data={schemas.includes(table.schema) ? schemas : [table.schema, ...schemas]}
              value={table.schema}
              allowDeselect={false}
              searchable
              onChange={(schema) => setTable({ ...table, schema: schema ?? "public" })}
            />
            <TextInput
              label="Table name"
              value={table.name}
              spellCheck={false}
              data-autofocus
              onChange={(event) => setTable({ ...table, name: event.currentTarget.value })}
            />
            <TextInput
              label="Table comment"
              value={table.comment}
              onChange={(event) => setTable({ ...table, comment: event.currentTarget.value })}
            />
          </Group>
        </Section>
        <NewColumns table={table} types={types} onChange={setTable} />
        <NewConstraints source={source} table={table} onChange={setTable} />
        <Checkbox
          label="Track it: make it part of the GraphQL API"
          checked={track}
          mb="md"
          onChange={(event) => setTrack(event.currentTarget.checked)}
        />
        <Proposal
          source={source}
          statement={begun ? statementOf(table) : ""}
          problem={tableProblem(table)}
          label="Create table"
          done={`${tableText(ref)} was created`}
          onDone={made}
        />
      </div>
    </>
  );
}
