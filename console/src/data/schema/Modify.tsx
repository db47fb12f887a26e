import { Code, Text } from "@mantine/core";
import { useNavigate } from "react-router";
import { segment, tableText } from "../../metadata/names.ts";
import type { TableView } from "../../metadata/types.ts";
import { Loaded } from "../../parts/Loaded.tsx";
import { ComputedFields } from "../functions/ComputedFields.tsx";
import { dropTable, nounOf } from "./alter.ts";
import { Checks } from "./Checks.tsx";
import { Columns } from "./Columns.tsx";
import { Dropping } from "./Dropping.tsx";
import { EnumSwitch } from "./EnumSwitch.tsx";
import { ForeignKeys } from "./ForeignKeys.tsx";
import { GraphqlNames } from "./GraphqlNames.tsx";
import { Indexes } from "./Indexes.tsx";
import { keyOf, PrimaryKey } from "./PrimaryKey.tsx";
import { Section } from "./Section.tsx";
import { TableNames } from "./TableNames.tsx";
import { Triggers } from "./Triggers.tsx";
import { Uniques } from "./Uniques.tsx";
import { useDescribed } from "./useCatalog.ts";
import { ViewColumns } from "./ViewColumns.tsx";

interface Props {
  source: string;
  view: TableView;
}

/** All that can be changed of a table or view, part by part. */
export function Modify({ source, view }: Props) {
  const query = useDescribed(source, view.table);
  const navigate = useNavigate();
  const noun = nounOf(view.kind);
  const isView = noun.endsWith("view");
  const isMaterialized = noun === "materialized view";
  return (
    <Loaded query={query}>
      {(facts) => (
        <div className="wide">
          <TableNames key={view.comment ?? ""} source={source} view={view} noun={noun} />
          {facts.definition !== null && (
            <Section
              title="Definition"
              hint="A view is a query with a name. To change it, run create or replace view on the SQL page."
            >
              <Code block className="statement">
                {facts.definition}
              </Code>
            </Section>
          )}
          {facts.partition !== null && (
            <Text size="sm" mb="md">
              Its rows are divided among partitions by <Code>{facts.partition}</Code>.
            </Text>
          )}
          {isView ? (
            <ViewColumns view={view} facts={facts} />
          ) : (
            <>
              <Columns source={source} view={view} facts={facts} />
              <PrimaryKey key={JSON.stringify(keyOf(facts))} source={source} view={view} facts={facts} />
              <ForeignKeys source={source} view={view} facts={facts} />
              <Uniques source={source} view={view} facts={facts} />
              <Checks source={source} view={view} facts={facts} />
            </>
          )}
          {(!isView || isMaterialized) && <Indexes source={source} view={view} facts={facts} />}
          <Triggers facts={facts} />
          {view.tracked && <ComputedFields source={source} view={view} />}
          {view.tracked && <GraphqlNames source={source} view={view} />}
          {view.tracked && !isView && <EnumSwitch source={source} view={view} />}
          <Section
            title={`Drop the ${noun}`}
            hint={isView ? "The rows it shows stay where they are." : "Its rows are lost."}
          >
            <Dropping
              source={source}
              statement={dropTable(noun, view.table)}
              what={`the ${noun} ${tableText(view.table)}`}
              label={`Drop the ${noun}`}
              typed={view.table.name}
              warning="This cannot be undone."
              onDone={() => void navigate(`/data/${segment(source)}`)}
            />
          </Section>
        </div>
      )}
    </Loaded>
  );
}
