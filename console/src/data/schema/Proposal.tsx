import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { useDdl, type Statement } from "./useDdl.tsx";

interface Props {
  source: string;
  /** Empty as long as nothing is to be done. */
  statement: Statement | string;
  /** Why it cannot run yet. */
  problem?: string | null;
  label: string;
  /** What to tell once it was done. */
  done: string;
  onDone(): void | Promise<void>;
  onCancel?: (() => void) | undefined;
}

/** A statement to be read before it runs, with the button that runs it. */
export function Proposal({ source, statement, problem = null, label, done, onDone, onCancel }: Props) {
  const { run, busy, asking } = useDdl(source);
  const whole = typeof statement === "string" ? { sql: statement } : statement;
  const ready = whole.sql !== "" && problem === null;
  return (
    <Stack gap="sm">
      {whole.sql !== "" && <UnsavedGuard when={!busy} />}
      {ready && (
        <Code block className="statement" aria-label="SQL that will run">
          {whole.sql}
        </Code>
      )}
      <Group gap="sm">
        <Button
          size="sm"
          loading={busy}
          disabled={!ready}
          onClick={async () => {
            if (await run(whole, done)) {
              await onDone();
            }
          }}
        >
          {label}
        </Button>
        {onCancel && (
          <Button size="sm" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {problem}
        </Text>
      </Group>
      {asking}
    </Stack>
  );
}
