import { ActionIcon, Menu } from "@mantine/core";
import { Download } from "lucide-react";
import { useState } from "react";
import { asEngineError } from "../../metadata/call.ts";
import type { TableView } from "../../metadata/types.ts";
import { useSend } from "../../metadata/useEngine.ts";
import { failed, succeeded } from "../../parts/toasts.ts";
import { exported, rowsOf, select, type Look } from "./look.ts";
import type { SqlAnswer } from "../useSql.ts";
import { inPostgresWords } from "../words.ts";
import { fileName, toCsv } from "./csv.ts";

/** More than that is a task for COPY. */
const MOST = 50_000;

interface Props {
  source: string;
  view: TableView;
  look: Look;
}

/** The rows that one looks at, as a file. */
export function Export({ source, view, look }: Props) {
  const send = useSend();
  const [busy, setBusy] = useState(false);
  const columns = (view.columns ?? []).map((column) => column.name);
  const key = view.primary_key?.columns ?? [];
  const { schema, name } = view.table;

  async function read(sql: string): Promise<SqlAnswer> {
    return (await send("v2/query", { type: "run_sql", args: { source, sql, read_only: true } })) as SqlAnswer;
  }

  async function run(write: () => Promise<[string, number]>, ending: "csv" | "json") {
    setBusy(true);
    try {
      const [text, count] = await write();
      save(text, fileName(schema, name, ending), ending);
      succeeded("The rows were saved", count < MOST ? [] : [`They are the first ${MOST}; for more there is COPY.`]);
    } catch (error) {
      failed(inPostgresWords(asEngineError(error)), () => {});
    } finally {
      setBusy(false);
    }
  }

  async function csv(part: Look): Promise<[string, number]> {
    const rows = rowsOf(await read(select(view.table, columns, part, key)), columns.length);
    return [toCsv(columns, rows), rows.length];
  }

  async function json(part: Look): Promise<[string, number]> {
    const { result } = await read(exported(view.table, columns, part, key));
    const text = result?.[1]?.[0] ?? "[]";
    return [text, (JSON.parse(text) as unknown[]).length];
  }

  const all = { ...look, limit: MOST, offset: 0 };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" loading={busy} aria-label="Export rows">
          <Download size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>The rows that are looked at</Menu.Label>
        <Menu.Item onClick={() => void run(() => csv(all), "csv")}>All, as CSV</Menu.Item>
        <Menu.Item onClick={() => void run(() => json(all), "json")}>All, as JSON</Menu.Item>
        <Menu.Item onClick={() => void run(() => csv(look), "csv")}>This page, as CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function save(text: string, name: string, ending: "csv" | "json") {
  const type = ending === "csv" ? "text/csv" : "application/json";
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
