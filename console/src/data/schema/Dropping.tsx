import { ActionIcon, Button, Code, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useDdl, type Statement } from "./useDdl.tsx";

interface Props {
  source: string;
  statement: Statement;
  /** `the column name`. */
  what: string;
  /** A button with words, for what is big; else a small one. */
  label?: string;
  /** What must be typed first, where rows get lost. */
  typed?: string;
  /** What it means. */
  warning?: string;
  onDone?: () => void;
}

/** Drops something, once the statement was read and agreed to. */
export function Dropping({ source, statement, what, label, typed, warning, onDone }: Props) {
  const [open, { open: ask, close }] = useDisclosure(false);
  const [text, setText] = useState("");
  const { run, busy, asking } = useDdl(source);
  return (
    <>
      {label === undefined ? (
        <ActionIcon variant="subtle" color="red" loading={busy} aria-label={`Drop ${what}`} onClick={ask}>
          <Trash2 size={15} />
        </ActionIcon>
      ) : (
        <Button size="sm" variant="light" color="red" loading={busy} leftSection={<Trash2 size={15} />} onClick={ask}>
          {label}
        </Button>
      )}
      <Modal opened={open} onClose={close} title={`Drop ${what}?`} closeButtonProps={{ "aria-label": "Cancel" }}>
        <Stack>
          {warning !== undefined && <Text size="sm">{warning}</Text>}
          <Code block className="statement">
            {statement.sql}
          </Code>
          {typed !== undefined && (
            <TextInput
              label={`Type "${typed}" to confirm`}
              value={text}
              spellCheck={false}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button
              color="red"
              disabled={typed !== undefined && text !== typed}
              onClick={async () => {
                close();
                setText("");
                if (await run(statement, `${capital(what)} was dropped`)) {
                  onDone?.();
                }
              }}
            >
              Drop
            </Button>
          </Group>
        </Stack>
      </Modal>
      {asking}
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
