import { Alert, Badge, Button } from "@mantine/core";
import { RefreshCw, Trash2, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { Navigate, Route, Routes, useNavigate, useParams } from "react-router";
import { remotePath, unsegment } from "../metadata/names.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { Confirmed } from "../parts/Confirmed.tsx";
import { SAVED } from "../parts/guard.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { TabLinks } from "../parts/TabLinks.tsx";
import { argumentsOf, draftOf } from "./draft.ts";
import { RemoteRelationships } from "./relationship/RemoteRelationships.tsx";
import { RemoteForm } from "./RemoteForm.tsx";
import { RemotePermissions } from "./RemotePermissions.tsx";
import { RemoteTypes } from "./RemoteTypes.tsx";
import type { RemoteView } from "./types.ts";

export function RemotePage() {
  const name = unsegment(useParams().remote);
  const query = useAsk<RemoteView>("dovetail_get_remote_schema", { name });
  const navigate = useNavigate();
  const { busy, make } = useChange();
  return (
    <Loaded query={query} key={name}>
      {(view) => (
        <>
          <Heading
            above="Remote schemas"
            title={name}
            beside={
              <Badge variant="dot" color={view.connected ? "teal" : "red"}>
                {view.connected ? "reached" : "not reached"}
              </Badge>
            }
            actions={
              <>
                <Button
                  size="xs"
                  variant="default"
                  loading={busy}
                  leftSection={<RefreshCw size={14} />}
                  onClick={() =>
                    make(
                      { type: "reload_remote_schema", args: { name } },
                      view.resource_version,
                      `${name} was read anew`,
                    )
                  }
                >
                  Reload
                </Button>
                <Confirmed
                  label="Remove"
                  question={`Remove the remote schema ${name}?`}
                  busy={busy}
                  icon={<Trash2 size={14} />}
                  onConfirm={async () => {
                    void navigate("/remote-schemas", SAVED);
                    await make(
                      { type: "remove_remote_schema", args: { name } },
                      view.resource_version,
                      `${name} was removed`,
                    );
                  }}
                >
                  Its fields disappear from the API. Nothing happens to the server itself.
                </Confirmed>
              </>
            }
          />
          <TabLinks
            base={remotePath(name, "").replace(/\/$/, "")}
            tabs={[
              { path: "details", name: "Details" },
              { path: "modify", name: "Modify" },
              { path: "relationships", name: "Relationships", count: relationshipCount(view) },
              { path: "permissions", name: "Permissions", count: view.remote_schema.permissions?.length ?? 0 },
            ]}
          />
          <div className="page-body">
            {view.reason !== undefined && (
              <Alert color="red" icon={<TriangleAlert size={18} />} title="The server could not be asked" mb="md">
                {view.reason}
              </Alert>
            )}
            <Routes>
              <Route index element={<Navigate to="details" replace />} />
              <Route path="details" element={<RemoteTypes name={name} connected={view.connected} />} />
              <Route path="modify" element={<Modify view={view} />} />
              <Route path="relationships" element={<RemoteRelationships view={view} />} />
              <Route path="permissions" element={<RemotePermissions view={view} />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </div>
        </>
      )}
    </Loaded>
  );
}

function relationshipCount({ remote_schema: { remote_relationships: types = [] } }: RemoteView): number {
  return types.reduce((sum, type) => sum + type.relationships.length, 0);
}

function Modify({ view }: { view: RemoteView }) {
  const { busy, make } = useChange();
  const [saves, setSaves] = useState(0);
  return (
    <Begun key={saves} data={view}>
      {({ remote_schema: schema, resource_version }) => (
        <RemoteForm
          initial={draftOf(schema)}
          exists
          busy={busy}
          onSave={async (draft) => {
            const args = argumentsOf(draft, schema.definition);
            if (await make({ type: "update_remote_schema", args }, resource_version, `${schema.name} was saved`)) {
              setSaves(saves + 1);
            }
          }}
        />
      )}
    </Begun>
  );
}
