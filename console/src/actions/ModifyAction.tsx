import { useState } from "react";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { ActionForm } from "./ActionForm.tsx";
import { commands, draftOf } from "./draft.ts";
import type { ActionView, TypesView } from "./types.ts";

export function ModifyAction({ view }: { view: ActionView }) {
  const { busy, make } = useChange();
  const [saves, setSaves] = useState(0);
  const types = useAsk<TypesView>("dovetail_get_custom_types");
  return (
    <Loaded query={types}>
      {(all) => (
        <Begun key={saves} data={{ view, known: all.custom_types }}>
          {({ view: { action, custom_types, resource_version }, known }) => (
            <ActionForm
              initial={draftOf(action, custom_types)}
              fixedName={action.name}
              busy={busy}
              label="Save"
              onSave={async (draft, signature, written) => {
                const list = commands(draft, signature, written, known, action);
                if (await make(list, resource_version, `The action ${action.name} was saved`)) {
                  setSaves(saves + 1);
                }
              }}
            />
          )}
        </Begun>
      )}
    </Loaded>
  );
}
