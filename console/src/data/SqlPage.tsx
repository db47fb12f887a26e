import { Button, Checkbox, Group, Select, Stack } from "@mantine/core";
import { Play } from "lucide-react";
import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { asEngineError } from "../metadata/call.ts";
import type { Overview } from "../metadata/types.ts";
import { useAsk, useChange, useSend } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Problem } from "../parts/Problem.tsx";
import { failed } from "../parts/toasts.ts";
import { freshVersion } from "./fresh.ts";
import { untrackedAmong } from "./functions/among.ts";
import { trackCommand } from "./functions/functions.ts";
import { madeFunctions, madeTables, recall, recallTyped, remember, rememberTyped } from "./history.ts";
import { SqlResult } from "./SqlResult.tsx";
import { trackArgs } from "./track.ts";
import type { SqlAnswer } from "./useSql.ts";
import { inPostgresWords } from "./words.ts";

/** Any SQL, as the administrator; what it made can be tracked at once. */
export function SqlPage() {
  const overview = useAsk<Overview>("dovetail_get_overview");
  const sources = (overview.data?.sources ?? []).map((each) => each.name);
  const [chosen, setChosen] = useState<string | null>(null);
  const source = chosen ?? sources[0] ?? "default";
  const [sql, setTyped] = useState(() => recallTyped(sessionStorage));
  const [readOnly, setReadOnly] = useState(false);
  const [track, setTrack] = useState(true);
  const [cascade, setCascade] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ answer: SqlAnswer; millis: number } | { error: unknown } | null>(null);
  const [history, setHistory] = useState(() => recall(sessionStorage));
  const send = useSend();
  const queries = useQueryClient();
  const { make } = useChange();

  function setSql(text: string) {
    setTyped(text);
    rememberTyped(sessionStorage, text);
  }

  async function run() {
    if (sql.trim() === "") {
      return;
    }
    setBusy(true);
    const begin = performance.now();
    try {
      const args = { source, sql, cascade, ...(readOnly ? { read_only: true } : {}) };
      const answer = (await send("v2/query", { type: "run_sql", args })) as SqlAnswer;
      setOutcome({ answer, millis: performance.now() - begin });
      setHistory(remember(sessionStorage, sql));
      await queries.invalidateQueries();
      if (track && !readOnly) {
        // The SQL has succeeded, whatever becomes of this.
        const reload = () => void queries.invalidateQueries();
        await trackAll().catch((error: unknown) => failed(asEngineError(error), reload));
      }
    } catch (error) {
      setOutcome({ error: inPostgresWords(asEngineError(error)) });
    } finally {
      setBusy(false);
    }
  }

  async function trackAll() {
    const tables = madeTables(sql).map((table) => trackArgs(source, table));
    if (tables.length > 0) {
      const command = { type: "pg_track_tables", args: { tables } };
      await make(command, await freshVersion(send, source), "What it made is tracked");
    }
    // Each by itself: one that cannot be tracked does not keep the others from it.
    for (const row of await untrackedAmong(send, source, madeFunctions(sql))) {
      await make(trackCommand(source, row, ""), await freshVersion(send, source), `${row.function.name} is tracked`);
    }
  }

  return (
    <>
      <Heading above="Data" title="SQL" />
      <Stack className="page-body" gap="md">
        <CodeArea
          aria-label="SQL"
          placeholder="select * from users"
          minRows={8}
          maxRows={24}
          value={sql}
          onChange={setSql}
          onRun={() => void run()}
        />
        <Group gap="xl" align="center">
          <Button
            leftSection={<Play size={15} />}
            loading={busy}
            disabled={sql.trim() === ""}
            onClick={() => void run()}
          >
            Run
          </Button>
          {sources.length > 1 && (
            <Select
              aria-label="Database"
              size="sm"
              data={sources}
              value={source}
              allowDeselect={false}
              onChange={setChosen}
            />
          )}
          <Checkbox
            label="Read only"
            checked={readOnly}
            onChange={(event) => setReadOnly(event.currentTarget.checked)}
          />
          <Checkbox
            label="Track what it makes"
            checked={track}
            disabled={readOnly}
            onChange={(event) => setTrack(event.currentTarget.checked)}
          />
          <Checkbox
            label="Drop what depends on it from the metadata"
            checked={cascade}
            disabled={readOnly}
            onChange={(event) => setCascade(event.currentTarget.checked)}
          />
          {history.length > 0 && (
            <Select
              aria-label="History"
              placeholder="History"
              size="sm"
              data={history}
              value={null}
              onChange={(text) => text !== null && setSql(text)}
            />
          )}
        </Group>
        <div aria-live="polite">
          {outcome !== null && "error" in outcome && <Problem error={outcome.error} />}
          {outcome !== null && "answer" in outcome && <SqlResult {...outcome} />}
        </div>
      </Stack>
    </>
  );
}
