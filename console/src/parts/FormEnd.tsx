import { Button, Group, Text } from "@mantine/core";

interface Props {
  /** On the button. */
  label?: string;
  busy: boolean;
  /** Why it cannot be saved yet; null when it can. */
  problem: string | null;
  /** Whether there is nothing to save. */
  idle?: boolean;
  onSave(): unknown;
  onCancel?: (() => void) | undefined;
}

/** The end of a form within a page: *Save*, *Cancel*, and what is still missing. */
export function FormEnd({ label = "Save", busy, problem, idle = false, onSave, onCancel }: Props) {
  return (
    <Group gap="sm">
      <Button size="sm" loading={busy} disabled={problem !== null || idle} onClick={() => void onSave()}>
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
  );
}
