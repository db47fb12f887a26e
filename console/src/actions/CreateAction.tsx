import { Navigate, Route, Routes, useLocation, useNavigate, useSearchParams } from "react-router";
import { actionPath } from "../metadata/names.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { SAVED } from "../parts/guard.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { ActionForm } from "./ActionForm.tsx";
import { CreateTabs } from "./CreateTabs.tsx";
import { DeriveAction } from "./DeriveAction.tsx";
import { commands, NEW_ACTION } from "./draft.ts";
import { ImportOpenApi } from "./ImportOpenApi.tsx";
import type { TypesView } from "./types.ts";

export function CreateAction() {
  return (
    <CreateTabs>
      <Routes>
        <Route index element={<Begin />} />
        <Route path="scratch" element={<FromScratch />} />
        <Route path="derive" element={<DeriveAction />} />
        <Route path="openapi" element={<ImportOpenApi />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </CreateTabs>
  );
}

/** `?derive=OPERATION` is how other pages lead here. */
function Begin() {
  const { search } = useLocation();
  const [parameters] = useSearchParams();
  return <Navigate to={parameters.has("derive") ? `derive${search}` : "scratch"} replace />;
}

function FromScratch() {
  const navigate = useNavigate();
  const { busy, make } = useChange();
  const types = useAsk<TypesView>("dovetail_get_custom_types");
  return (
    <Loaded query={types}>
      {(now) => (
        <Begun data={now}>
          {({ custom_types: known, resource_version }) => (
            <ActionForm
              initial={NEW_ACTION}
              busy={busy}
              label="Create"
              onSave={async (draft, signature, written) => {
                const list = commands(draft, signature, written, known, null);
                if (await make(list, resource_version, `The action ${signature.name} was created`)) {
                  void navigate(actionPath(signature.name, "relationships"), SAVED);
                }
              }}
            />
          )}
        </Begun>
      )}
    </Loaded>
  );
}
