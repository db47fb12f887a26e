import { Badge } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { Navigate, Route, Routes, useNavigate, useParams } from "react-router";
import { actionPath, unsegment } from "../metadata/names.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { SAVED } from "../parts/guard.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { TabLinks } from "../parts/TabLinks.tsx";
import { NotServed } from "./ActionForm.tsx";
import { ActionCalls } from "./ActionCalls.tsx";
import { ActionCodegen } from "./ActionCodegen.tsx";
import { ActionPermissions } from "./ActionPermissions.tsx";
import { ActionRelationships } from "./ActionRelationships.tsx";
import { ActionTransforms } from "./ActionTransforms.tsx";
import { ModifyAction } from "./ModifyAction.tsx";
import { TryAction } from "./TryAction.tsx";
import type { ActionView } from "./types.ts";

/** One action, part by part. */
export function ActionPage() {
  const name = unsegment(useParams().action);
  const query = useAsk<ActionView>("dovetail_get_action", { name });
  const navigate = useNavigate();
  const { busy, make } = useChange();
  return (
    <Loaded query={query} key={name}>
      {(view) => (
        <>
          <Heading
            above="Actions"
            title={name}
            beside={
              <Badge variant="light" color={view.action.definition.type === "query" ? "blue" : "grape"}>
                {view.action.definition.type ?? "mutation"}
              </Badge>
            }
            actions={
              <Confirmed
                label="Delete"
                question={`Delete the action ${name}?`}
                busy={busy}
                icon={<Trash2 size={14} />}
                onConfirm={async () => {
                  // First away from here: the page of what is gone would only tell that it is gone.
                  void navigate("/actions", SAVED);
                  await make(
                    { type: "drop_action", args: { name } },
                    view.resource_version,
                    `The action ${name} was deleted`,
                  );
                }}
              >
                Its types stay, and can be deleted on the page of all types.
              </Confirmed>
            }
          />
          <TabLinks
            base={actionPath(name, "").replace(/\/$/, "")}
            tabs={[
              { path: "modify", name: "Modify" },
              { path: "relationships", name: "Relationships", count: relationshipCount(view) },
              { path: "permissions", name: "Permissions", count: view.action.permissions?.length ?? 0 },
              { path: "transforms", name: "Transforms", count: transformCount(view) },
              { path: "codegen", name: "Codegen" },
              ...(view.action.definition.kind === "asynchronous" ? [{ path: "calls", name: "Calls" }] : []),
              { path: "try", name: "Try it" },
            ]}
          />
          <div className="page-body">
            {!view.served && <NotServed />}
            <Routes>
              <Route index element={<Navigate to="modify" replace />} />
              <Route path="modify" element={<ModifyAction view={view} />} />
              <Route path="relationships" element={<ActionRelationships view={view} />} />
              <Route path="permissions" element={<ActionPermissions view={view} />} />
              <Route path="transforms" element={<ActionTransforms view={view} />} />
              <Route path="codegen" element={<ActionCodegen view={view} />} />
              <Route path="calls" element={<ActionCalls action={name} />} />
              <Route path="try" element={<TryAction view={view} />} />
              <Route path="*" element={<NotFound />} />
            </Routes>
          </div>
        </>
      )}
    </Loaded>
  );
}

function relationshipCount(view: ActionView): number {
  return (view.custom_types.objects ?? []).reduce((sum, type) => sum + (type.relationships?.length ?? 0), 0);
}

function transformCount({ action: { definition } }: ActionView): number {
  return [definition.request_transform, definition.response_transform].filter((each) => each !== undefined).length;
}
