import { useNavigate } from "react-router";
import { actionPath } from "../metadata/names.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { SAVED } from "../parts/guard.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { ActionForm } from "./ActionForm.tsx";
import { commands, NEW_ACTION } from "./draft.ts";
import type { TypesView } from "./types.ts";

export function CreateAction() {
  const navigate = useNavigate();
  const { busy, make } = useChange();
  const types = useAsk<TypesView>("dovetail_get_custom_types");
  return (
    <>
      <Heading above="Actions" title="Create an action" />
      <div className="page-body">
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
      </div>
    </>
  );
}
