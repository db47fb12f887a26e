import { useNavigate } from "react-router";
import { remotePath } from "../metadata/names.ts";
import type { Overview } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { SAVED } from "../parts/guard.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { argumentsOf, NEW_REMOTE } from "./draft.ts";
import { RemoteForm } from "./RemoteForm.tsx";

export function AddRemote() {
  const overview = useAsk<Overview>("dovetail_get_overview");
  const { busy, make } = useChange();
  const navigate = useNavigate();
  return (
    <>
      <Heading above="Remote schemas" title="Add a remote schema" />
      <div className="page-body">
        <Loaded query={overview}>
          {(now) => (
            <RemoteForm
              initial={NEW_REMOTE}
              exists={false}
              busy={busy}
              onSave={async (draft) => {
                const args = argumentsOf(draft, null);
                const command = { type: "add_remote_schema", args };
                if (await make(command, now.resource_version, `${args.name} was added`)) {
                  void navigate(remotePath(args.name), SAVED);
                }
              }}
            />
          )}
        </Loaded>
      </div>
    </>
  );
}
