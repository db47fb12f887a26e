import { Loader, Select, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSend } from "../../metadata/useEngine.ts";
import { Problem } from "../../parts/Problem.tsx";
import { CodeView } from "../CodeView.tsx";
import type { Written } from "../operation.ts";
import { readPlan } from "./plan.ts";
import { PlanTree } from "./PlanTree.tsx";
import { formatted } from "./sqlText.ts";

interface FieldPlan {
  field: string;
  /** Null for what needs no database. */
  sql: string | null;
  plan: string[] | null;
}

interface Props {
  written: Written;
  /** In whose name; empty for the administrator's. */
  user: Record<string, string>;
}

/** What Postgres is asked for a query, and how it would find the answer. Nothing is run. */
export function Explanation({ written, user }: Props) {
  const send = useSend();
  const [at, setAt] = useState("0");
  const query = useQuery({
    queryKey: ["explain", written, user],
    queryFn: async () => {
      const fields = (await send("v1/graphql/explain", { query: written, user })) as FieldPlan[];
      return Promise.all(
        fields.map(async (each) => ({ ...each, sql: each.sql === null ? null : await formatted(each.sql) })),
      );
    },
    gcTime: 0,
  });
  if (query.isError) {
    return <Problem error={query.error} />;
  }
  if (!query.data) {
    return <Loader type="dots" aria-label="Loading" />;
  }
  const field = query.data[Number(at)];
  return (
    <Stack gap="sm">
      {query.data.length > 1 && (
        <Select
          label="Field"
          data={query.data.map((each, index) => ({ value: String(index), label: each.field }))}
          value={at}
          allowDeselect={false}
          maw={320}
          onChange={(value) => setAt(value ?? "0")}
        />
      )}
      {field && <One key={at} field={field} />}
    </Stack>
  );
}

function One({ field: { field, sql, plan } }: { field: FieldPlan }) {
  if (sql === null) {
    return (
      <Text size="sm" c="dimmed">
        No database is asked for {field}.
      </Text>
    );
  }
  const tree = readPlan(plan ?? []);
  return (
    <div className="explanation">
      <section>
        <Title order={3} size="h6" mb="xs">
          SQL
        </Title>
        <CodeView label={`SQL of ${field}`} code={sql} />
      </section>
      <section>
        <Title order={3} size="h6" mb="xs">
          Plan
        </Title>
        {tree === null ? <CodeView label="Plan" code={(plan ?? []).join("\n")} /> : <PlanTree plan={tree} />}
      </section>
    </div>
  );
}
