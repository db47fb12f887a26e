import { Loader } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useEffect, useState, type ReactNode } from "react";
import { Problem } from "./Problem.tsx";

const PATIENCE_MILLIS = 200;

/** Shows an answer once it is there, and till then that it is coming, or why it is not. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.isError ? <Problem error={query.error} onRetry={() => void query.refetch()} /> : <Coming />;
}

/** A sign of life, for those who have to wait long enough to wonder. */
export function Coming() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="coming" role="status" aria-label="Loading">
      {shown && <Loader type="dots" />}
    </div>
  );
}
