import { useQueryClient } from "@tanstack/react-query";
import { Activity, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { forget } from "../data/history.ts";
import { knock } from "../engine.ts";
import { forgetValues } from "../headers/memory.ts";
import { onDenied } from "../metadata/call.ts";
import type { Settings } from "../settings.ts";
import { knockOnce, known } from "./early.ts";
import { Login } from "./Login.tsx";
import { forgetSecret, keepSecret } from "./secret.ts";
import { SessionContext } from "./session.ts";
import { Waiting } from "./Waiting.tsx";

type State =
  | { kind: "knocking"; secret: string | null; problem: string | null }
  | { kind: "inside"; secret: string | null }
  /** The secret has become another: what she was at waits behind the login. */
  | { kind: "shut out"; secret: string | null }
  | { kind: "outside"; problem: string | null };

const RETRY_MILLIS = 2000;

/** Lets nobody further than the login whom the engine does not admit, and waits for an engine that is starting. */
export function SessionGate({ settings, children }: { settings: Settings; children: ReactNode }) {
  const [state, setState] = useState<State>(() => begin(settings));

  useEffect(() => {
    if (state.kind !== "knocking") {
      return;
    }
    const leaving = new AbortController();
    const delay = state.problem === null ? 0 : RETRY_MILLIS;
    const timer = setTimeout(async () => {
      const answer = await knockOnce(state.secret, leaving.signal);
      if (leaving.signal.aborted) {
        return;
      }
      if (answer.kind === "admitted") {
        setState({ kind: "inside", secret: state.secret });
      } else if (answer.kind === "refused") {
        forgetSecret(localStorage, sessionStorage);
        const problem = state.secret === null ? null : "The secret of your last visit is no longer accepted.";
        setState({ kind: "outside", problem });
      } else {
        setState({ ...state, problem: answer.message });
      }
    }, delay);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [state]);

  const queries = useQueryClient();
  useEffect(() => {
    if (state.kind !== "inside") {
      return;
    }
    const { secret } = state;
    // Access is denied for other reasons, too.
    return onDenied(async () => {
      if ((await knock(secret)).kind === "refused") {
        setState((now) => (now.kind === "inside" ? { kind: "shut out", secret } : now));
      }
    });
  }, [state]);

  const enter = useCallback(
    (secret: string, remember: boolean) => {
      keepSecret(secret, remember, localStorage, sessionStorage);
      setState({ kind: "inside", secret });
      void queries.invalidateQueries();
    },
    [queries],
  );
  const logOut = useCallback(() => {
    forgetSecret(localStorage, sessionStorage);
    forgetValues(sessionStorage);
    forget(localStorage, sessionStorage);
    queries.clear();
    setState({ kind: "outside", problem: null });
  }, [queries]);
  const secret = state.kind === "inside" || state.kind === "shut out" ? state.secret : null;
  const session = useMemo(() => ({ secret, logOut }), [secret, logOut]);

  switch (state.kind) {
    case "knocking":
      return <Waiting problem={state.problem} />;
    case "outside":
      return <Login version={settings.version} problem={state.problem} onEnter={enter} />;
    case "inside":
    case "shut out": {
      const out = state.kind === "shut out";
      return (
        <>
          {out && (
            <Login version={settings.version} problem="The engine no longer accepts the secret." onEnter={enter} />
          )}
          <Activity mode={out ? "hidden" : "visible"}>
            <SessionContext value={session}>{children}</SessionContext>
          </Activity>
        </>
      );
    }
  }
}

function begin(settings: Settings): State {
  const secret = known(settings);
  return secret === undefined ? { kind: "outside", problem: null } : { kind: "knocking", secret, problem: null };
}
