import { Button, Group, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useChange } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { withRelationships } from "./check.ts";
import { readTypes } from "./sdl.ts";
import type { TypesView } from "./types.ts";

/** Adds types, or replaces those of the same names. */
export function AddTypes({ view }: { view: TypesView }) {
  const [open, { open: show, close }] = useDisclosure(false);
  const { busy, make } = useChange();
  const [text, setText] = useState("");
  const read = useMemo(() => readTypes(text), [text]);
  const [fault] = read.ok ? [] : read.faults;
  return (
    <>
      <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={show}>
        Add or change types
      </Button>
      <UnsavedGuard when={text.trim() !== "" && !busy} />
      <Modal
        opened={open}
        onClose={close}
        title="Add or change types"
        size="lg"
        closeButtonProps={{ "aria-label": "Close" }}
      >
        <CodeArea
          label="Types"
          description="A type of a name that is there already takes its place and keeps its relationships."
          minRows={8}
          value={text}
          onChange={setText}
          error={fault && (fault.line === null ? fault.message : `Line ${fault.line}: ${fault.message}`)}
        />
        <Group mt="md">
          <Button
            loading={busy}
            disabled={!read.ok || text.trim() === ""}
            onClick={async () => {
              const put = withRelationships(read.ok ? read.value : {}, view.custom_types);
              const command = { type: "dovetail_change_custom_types", args: { put } };
              if (await make(command, view.resource_version, "The types were saved")) {
                setText("");
                close();
              }
            }}
          >
            Save
          </Button>
        </Group>
      </Modal>
    </>
  );
}
