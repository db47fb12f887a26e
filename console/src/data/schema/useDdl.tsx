import { Button, Code, Group, Modal, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asEngineError, type EngineError } from "../../metadata/call.ts";
import { useSend } from "../../metadata/useEngine.ts";
import { failed, succeeded } from "../../parts/toasts.ts";
import { inPostgresWords } from "../words.ts";
import { wider, type Attempt } from "./attempt.ts";

/** SQL that changes the schema. */
export interface Statement {
  sql: string;
  /** The same, taking along what depends on it in the database. */
  cascading?: string;
}

interface Question {
  error: EngineError;
  next: Attempt;
  answer(yes: boolean): void;
}

/** Runs SQL that changes the schema; where something depends on what goes, asks whether it may go along. */
export function useDdl(source: string) {
  const send = useSend();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);

  async function once({ sql, cascade }: Attempt) {
    await send("v2/query", { type: "run_sql", args: { source, sql, cascade, check_metadata_consistency: true } });
  }

  /** @return whether it was done; if not, why has been told */
  async function run(statement: Statement, done: string): Promise<boolean> {
    setBusy(true);
    try {
      let attempt: Attempt | null = { sql: statement.sql, cascade: false };
      while (attempt !== null) {
        try {
          await once(attempt);
          break;
        } catch (thrown) {
          const error = asEngineError(thrown);
          const next = wider(attempt, statement, error);
          if (next === null) {
            throw thrown;
          }
          const agreed = await new Promise<boolean>((answer) =>
            setQuestion({ error: inPostgresWords(error), next, answer }),
          );
          setQuestion(null);
          if (!agreed) {
            return false;
          }
          attempt = next;
        }
      }
      await queries.invalidateQueries();
      succeeded(done);
      return true;
    } catch (error) {
      failed(inPostgresWords(asEngineError(error)), () => void queries.resetQueries());
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { run, busy, asking: question && <Asking {...question} /> };
}

function Asking({ error, next, answer }: Question) {
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title="Something depends on it"
      closeButtonProps={{ "aria-label": "Cancel" }}
    >
      <Stack>
        <Text size="sm" className="breakable">
          {error.message}
        </Text>
        <Text size="sm">
          {next.cascade ? "It can leave the metadata along with it." : "It can be dropped along with it:"}
        </Text>
        {!next.cascade && <Code block>{next.sql}</Code>}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => answer(false)}>
            Cancel
          </Button>
          <Button color="red" onClick={() => answer(true)}>
            Drop it all
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
