import "graphiql/style.css";
import "./api.css";
import "./workers.ts";
import { Spinner, useMonaco } from "@graphiql/react";
import { useComputedColorScheme } from "@mantine/core";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useEffect, useMemo, useState, type MouseEvent } from "react";
import { HeadersPanel } from "../headers/HeadersPanel.tsx";
import { useHeaders } from "../headers/useHeaders.ts";
import { useSession } from "../session/session.ts";
import { EXPLORER } from "./explorer/plugin.tsx";
import { describe, fetcherWith, type Receipt } from "./fetcher.ts";
import { carryLines } from "./schema/carry.ts";
import { SchemaContext } from "./schema/context.ts";
import { useSchema } from "./schema/useSchema.ts";
import { Starter } from "./Starter.tsx";
import { Tools } from "./Tools.tsx";
import { WELCOME } from "./welcome.ts";

const PLUGINS = [EXPLORER, HISTORY_PLUGIN];

/** GraphiQL, with the headers its requests carry. */
export function Component() {
  const { secret } = useSession();
  const { rows, setRows, headers, settled } = useHeaders(secret);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const fetcher = useMemo(() => fetcherWith(headers, setReceipt), [headers]);
  const scheme = useComputedColorScheme("light");
  const reading = useSchema(settled);
  const { reload } = reading;
  const language = useMonaco((state) => state.monacoGraphQL);
  const initialize = useMonaco((state) => state.actions.initialize);
  useEffect(() => {
    // GraphiQL would do it when it is there, and then be drawn a second time.
    void initialize();
  }, [initialize]);
  if (language) {
    carryLines(language);
  }
  useEffect(() => {
    // As GraphiQL does it where it reads the schema itself.
    const onKey = (event: KeyboardEvent) => event.ctrlKey && event.key === "R" && reload();
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [reload]);
  function onClick(event: MouseEvent<HTMLElement>) {
    if ((event.target as HTMLElement).closest("[aria-label^='Re-fetch GraphQL schema']")) {
      reload();
    }
  }
  return (
    <div className="api" onClickCapture={onClick}>
      <HeadersPanel rows={rows} onChange={setRows} secretNeeded={secret !== null} />
      <SchemaContext value={reading}>
        {language ? (
          <GraphiQL
            fetcher={fetcher}
            // Null: there will be one, and GraphiQL shall not ask for it.
            schema={reading.schema}
            dangerouslyAssumeSchemaIsValid
            plugins={PLUGINS}
            visiblePlugin={EXPLORER}
            defaultQuery={WELCOME}
            forcedTheme={scheme}
            isHeadersEditorEnabled={false}
            showPersistHeadersSettings={false}
          >
            <GraphiQL.Logo>
              <span />
            </GraphiQL.Logo>
            <GraphiQL.Footer>
              <div className="receipt" role="status">
                <span>{receipt === null ? "The answer will appear here." : describe(receipt)}</span>
                {receipt?.requestId && <code title="x-request-id, as in the engine's log">{receipt.requestId}</code>}
              </div>
            </GraphiQL.Footer>
            <GraphiQL.Toolbar>
              {({ prettify, merge, copy }) => (
                <>
                  {prettify}
                  {merge}
                  {copy}
                  <Tools headers={headers} />
                </>
              )}
            </GraphiQL.Toolbar>
            <Starter />
          </GraphiQL>
        ) : (
          <Spinner />
        )}
      </SchemaContext>
    </div>
  );
}
