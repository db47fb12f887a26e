import { Alert, Badge, Button } from "@mantine/core";
import { EyeOff, Plus, TriangleAlert } from "lucide-react";
import { Navigate, Route, Routes, useParams } from "react-router";
import { tablePath, tableText, unsegment } from "../metadata/names.ts";
import type { TableView } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { TabLinks } from "../parts/TabLinks.tsx";
import { kindWord } from "./kinds.tsx";
import { Browse } from "./rows/Browse.tsx";
import { Permissions } from "./Permissions.tsx";
import { Relationships } from "./relationships/Relationships.tsx";
import { trackCommand } from "./track.ts";
import { Modify } from "./schema/Modify.tsx";

/** One table, part by part. */
export function TablePage() {
  const params = useParams();
  const source = unsegment(params.source);
  const table = { schema: unsegment(params.schema), name: unsegment(params.table) };
  const query = useAsk<TableView>("dovetail_get_table", { source, table });
  const { busy, make } = useChange();
  const base = tablePath(source, table, "").replace(/\/$/, "");
  const name = tableText(table);
  return (
    <Loaded query={query} key={base}>
      {(view) => (
        <>
          <Heading
            above={`Data · ${source}`}
            title={name}
            beside={
              <Badge variant="light" color={view.kind === "missing" ? "red" : "gray"}>
                {kindWord(view.kind)}
              </Badge>
            }
            actions={
              view.tracked ? (
                <Confirmed
                  label="Untrack"
                  question={`Untrack ${name}?`}
                  busy={busy}
                  icon={<EyeOff size={14} />}
                  onConfirm={() =>
                    make(
                      { type: "pg_untrack_table", args: { source, table, cascade: true } },
                      view.resource_version,
                      `${name} was untracked`,
                    )
                  }
                >
                  It leaves the GraphQL API, with its relationships and permissions and what depends on it. The table
                  itself stays as it is.
                </Confirmed>
              ) : (
                <Button
                  size="xs"
                  loading={busy}
                  leftSection={<Plus size={14} />}
                  onClick={() => make(trackCommand(source, table), view.resource_version, `${name} is tracked`)}
                >
                  Track
                </Button>
              )
            }
          />
          <TabLinks
            base={base}
            tabs={[
              { path: "browse", name: "Browse rows" },
              { path: "modify", name: "Modify" },
              ...(view.tracked
                ? [
                    { path: "relationships", name: "Relationships", count: relationshipCount(view) },
                    { path: "permissions", name: "Permissions" },
                  ]
                : []),
            ]}
          />
          <div className="page-body">
            {view.kind === "missing" && (
              <Alert color="red" icon={<TriangleAlert size={18} />} title="The database has no such table" mb="md">
                It is still in the metadata. Untrack it, or make the table again and reload.
              </Alert>
            )}
            <Routes>
              <Route index element={<Navigate to="browse" replace />} />
              <Route path="browse" element={<Browse source={source} view={view} />} />
              <Route path="modify" element={<Modify source={source} view={view} />} />
              <Route path="relationships" element={<Relationships source={source} view={view} />} />
              <Route path="permissions" element={<Permissions source={source} view={view} />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </div>
        </>
      )}
    </Loaded>
  );
}

function relationshipCount({ metadata }: TableView): number {
  return [metadata?.object_relationships, metadata?.array_relationships, metadata?.remote_relationships].reduce(
    (sum, list) => sum + (list?.length ?? 0),
    0,
  );
}
