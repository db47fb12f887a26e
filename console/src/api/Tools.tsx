import { ToolbarButton, useGraphiQL } from "@graphiql/react";
import { Modal } from "@mantine/core";
import { CodeXml, Gauge, WandSparkles } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { failed } from "../parts/toasts.ts";
import { EngineError } from "../metadata/call.ts";
import { CodeExport } from "./code/CodeExport.tsx";
import { Explanation } from "./explain/Explanation.tsx";
import { readEditors, sessionOf, type Reading, type Written } from "./operation.ts";

type Shown = { kind: "explain" | "code"; written: Written } | null;

const TITLES = { explain: "How it would be answered", code: "The request as code" };

/** What can be done with a query besides running it, as buttons beside the editor. */
export function Tools({ headers }: { headers: Record<string, string> }) {
  const query = useGraphiQL((state) => state.queryEditor);
  const variables = useGraphiQL((state) => state.variableEditor);
  const chosen = useGraphiQL((state) => state.operationName);
  const [shown, setShown] = useState<Shown>(null);
  const navigate = useNavigate();

  function withReading(use: (reading: Extract<Reading, { kind: "written" }>) => void) {
    const reading = readEditors(query?.getValue() ?? "", variables?.getValue() ?? "", chosen);
    if (reading.kind === "written") {
      use(reading);
    } else {
      failed(new EngineError(reading.message, "the editor", null, undefined), () => {});
    }
  }

  return (
    <>
      <ToolbarButton
        label="Explain"
        onClick={() => withReading(({ written }) => setShown({ kind: "explain", written }))}
      >
        <Gauge className="graphiql-toolbar-icon" aria-hidden />
      </ToolbarButton>
      <ToolbarButton
        label="Export as code"
        onClick={() => withReading(({ written }) => setShown({ kind: "code", written }))}
      >
        <CodeXml className="graphiql-toolbar-icon" aria-hidden />
      </ToolbarButton>
      <ToolbarButton
        label="Derive an action"
        onClick={() =>
          withReading(({ operation }) => navigate(`/actions/create?derive=${encodeURIComponent(operation)}`))
        }
      >
        <WandSparkles className="graphiql-toolbar-icon" aria-hidden />
      </ToolbarButton>
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size={shown?.kind === "explain" ? "min(1400px, 94vw)" : "xl"}
        title={shown && TITLES[shown.kind]}
        closeButtonProps={{ "aria-label": "Close" }}
      >
        {shown?.kind === "explain" && <Explanation written={shown.written} user={sessionOf(headers)} />}
        {shown?.kind === "code" && <CodeExport written={shown.written} headers={headers} />}
      </Modal>
    </>
  );
}
