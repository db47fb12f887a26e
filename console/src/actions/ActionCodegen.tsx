import { ActionIcon, Checkbox, Code, CopyButton, Group, Paper, Select, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue, useLocalStorage } from "@mantine/hooks";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useAsk } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { recall } from "./derived.ts";
import type { ActionView } from "./types.ts";

interface Framework {
  name: string;
  language: string;
  needs: string;
}

interface GeneratedFile {
  name: string;
  content: string;
  /** The same for every action. */
  shared: boolean;
}

const TYPING_MILLIS = 400;

/** Code for the action's handler, to be copied. */
export function ActionCodegen({ view }: { view: ActionView }) {
  const { name } = view.action;
  const [framework, setFramework] = useLocalStorage({ key: "dovetail:framework", defaultValue: "nodejs" });
  const [operation, setOperation] = useState(() => recall(name, localStorage));
  const [kit, setKit] = useState(false);
  const [settled] = useDebouncedValue(operation.trim(), TYPING_MILLIS);
  const frameworks = useAsk<{ frameworks: Framework[] }>("dovetail_action_frameworks");
  const code = useAsk<{ files: GeneratedFile[] }>("dovetail_action_code", {
    action: name,
    framework,
    starter_kit: kit,
    ...(settled === "" ? {} : { derive_from: settled }),
  });
  return (
    <Loaded query={frameworks}>
      {(known) => (
        <Stack gap="md">
          <Group align="flex-end">
            <Select
              label="Framework"
              data={known.frameworks.map((each) => ({ value: each.name, label: `${each.name} (${each.language})` }))}
              value={framework}
              allowDeselect={false}
              onChange={(value) => setFramework(value ?? framework)}
            />
            <Text size="sm" c="dimmed" pb={8}>
              For {known.frameworks.find((each) => each.name === framework)?.needs}
            </Text>
          </Group>
          <Checkbox
            label="With what builds and starts handlers"
            checked={kit}
            onChange={(event) => setKit(event.currentTarget.checked)}
          />
          <CodeArea
            label="Delegate to"
            description="A query or mutation that the handler passes its call on to; empty for a handler to fill in"
            minRows={2}
            value={operation}
            onChange={setOperation}
          />
          <Loaded query={code}>
            {({ files }) => (
              <>
                {files.map((file) => (
                  <File key={file.name} file={file} />
                ))}
              </>
            )}
          </Loaded>
        </Stack>
      )}
    </Loaded>
  );
}

function File({ file }: { file: GeneratedFile }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={file.name}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h6">
          {file.name}
        </Title>
        <Group gap="xs">
          {file.shared && (
            <Text size="xs" c="dimmed">
              the same for every action
            </Text>
          )}
          <CopyButton value={file.content}>
            {({ copied, copy }) => (
              <ActionIcon variant="subtle" aria-label={`Copy ${file.name}`} onClick={copy}>
                {copied ? <Check size={15} /> : <Copy size={15} />}
              </ActionIcon>
            )}
          </CopyButton>
        </Group>
      </Group>
      <Code block tabIndex={0} aria-label={`Text of ${file.name}`}>
        {file.content}
      </Code>
    </Paper>
  );
}
