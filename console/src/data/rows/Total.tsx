import { Anchor, Group, Text } from "@mantine/core";
import { useState } from "react";
import type { TableRef } from "../../metadata/names.ts";
import { count, COUNTED, countAll, estimate, estimated, type Look } from "./look.ts";
import { useSql } from "../useSql.ts";
import { PAGE } from "./address.ts";
import { Pages } from "../../parts/Pages.tsx";

interface Props {
  source: string;
  table: TableRef;
  look: Look;
  onPage(page: number): void;
}

/** How many rows there are: counted as far as that is quick, then as Postgres estimates, or counted when one asks. */
export function Total({ source, table, look, onPage }: Props) {
  const few = useSql(source, count(table, look.where), true);
  const counted = Number(few.data?.result?.[1]?.[0] ?? 0);
  const many = counted > COUNTED;
  const guess = useSql(source, estimate(table, look.where), many);
  const [asked, setAsked] = useState(false);
  const exact = useSql(source, countAll(table, look.where), many && asked);
  const known = exact.data?.result?.[1]?.[0];
  const guessed = Math.max(COUNTED + 1, guess.data === undefined ? 0 : (estimated(guess.data) ?? 0));
  const total = !many ? counted : known === undefined ? guessed : Number(known);
  if (!few.data) {
    return null;
  }
  return (
    <Group justify="space-between" mt="sm">
      <Text size="sm" c="dimmed" role="status">
        {many && known === undefined ? `about ${total.toLocaleString("en")} rows` : words(total)}
        {many && known === undefined && (
          <>
            {" · "}
            <Anchor component="button" type="button" size="sm" onClick={() => setAsked(true)}>
              {exact.isFetching ? "counting …" : "count them"}
            </Anchor>
          </>
        )}
      </Text>
      {total > PAGE && (
        <Pages size="sm" total={Math.ceil(total / PAGE)} value={look.offset / PAGE + 1} onChange={onPage} />
      )}
    </Group>
  );
}

function words(total: number): string {
  return total === 1 ? "1 row" : `${total.toLocaleString("en")} rows`;
}
