import "graphiql/style.css";
import "@graphiql/plugin-explorer/style.css";
import "./api.css";
import "./workers.ts";
import { useComputedColorScheme } from "@mantine/core";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { useMemo, useState } from "react";
import { HeadersPanel } from "../headers/HeadersPanel.tsx";
import { useHeaders } from "../headers/useHeaders.ts";
import { useSession } from "../session/session.ts";
import { EXPLORER } from "./explorer.tsx";
import { describe, fetcherWith, type Receipt } from "./fetcher.ts";
import { Starter } from "./Starter.tsx";
import { Tools } from "./Tools.tsx";
import { WELCOME } from "./welcome.ts";

const PLUGINS = [EXPLORER, HISTORY_PLUGIN];

/** GraphiQL, with the headers its requests carry. */
export function Component() {
  const { secret } = useSession();
  const { rows, setRows, headers } = useHeaders(secret);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const fetcher = useMemo(() => fetcherWith(headers, setReceipt), [headers]);
  const scheme = useComputedColorScheme("light");
  return (
    <div className="api">
      <HeadersPanel rows={rows} onChange={setRows} secretNeeded={secret !== null} />
      <GraphiQL
        fetcher={fetcher}
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
    </div>
  );
}
