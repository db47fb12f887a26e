import { useGraphiQL, useMonaco } from "@graphiql/react";
import { useEffect, useState } from "react";

/**
 * `useMonaco` for GraphiQL's smaller editors: for them there is none until the one of queries is on the screen. Each
 * takes a while to make, and that is the one that people wait for.
 */
export function useMonacoLater() {
  const monaco = useMonaco((state) => state.monaco);
  const begun = useGraphiQL((state) => Boolean(state.queryEditor));
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!begun || drawn) {
      return;
    }
    // The first frame draws it, and what is put off then comes after that frame.
    let timer: number;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => setDrawn(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
    };
  }, [begun, drawn]);
  return drawn ? monaco : undefined;
}
