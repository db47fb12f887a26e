import { explorerPlugin } from "@graphiql/plugin-explorer";
import type { GraphiQLPlugin } from "@graphiql/react";
import { useEffect, useRef, type FocusEvent } from "react";

const JUST_NOW_MILLIS = 1000;

const plugin = explorerPlugin({ showAttribution: false });
const Content = plugin.content;

/**
 * The explorer puts the cursor into its own fields whenever they appear, also while somebody types elsewhere: a changed
 * header loads the schema anew. It may do so after a click or key in it; otherwise the cursor goes back.
 */
function QuietExplorer() {
  const asked = useRef(-JUST_NOW_MILLIS);
  const note = () => {
    asked.current = performance.now();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Tab" && note();
    document.addEventListener("keydown", onKey, true);
    return () => document.removeEventListener("keydown", onKey, true);
  }, []);
  function onFocus(event: FocusEvent<HTMLElement>) {
    if (performance.now() - asked.current < JUST_NOW_MILLIS) {
      return;
    }
    if (event.relatedTarget instanceof HTMLElement) {
      event.relatedTarget.focus();
    } else {
      event.target.blur();
    }
  }
  return (
    <div style={{ display: "contents" }} onPointerDownCapture={note} onKeyDownCapture={note} onFocusCapture={onFocus}>
      <Content />
    </div>
  );
}

export const EXPLORER: GraphiQLPlugin = { ...plugin, content: QuietExplorer };
