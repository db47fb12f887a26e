import { Code, Stack } from "@mantine/core";
import { FormEnd } from "../../parts/FormEnd.tsx";
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
      <FormEnd
        label={label}
        busy={busy}
        problem={problem}
        idle={whole.sql === ""}
        onSave={async () => {
          if (await run(whole, done)) {
            await onDone();
          }
        }}
        onCancel={onCancel}
      />
      {asking}
    </Stack>
  );
}
