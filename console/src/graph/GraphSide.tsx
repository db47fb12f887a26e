import { Select, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { Search } from "../parts/Search.tsx";
import { idOf, type GraphAnswer, type GraphObject } from "./types.ts";
import { LIMITS, type GraphQuestion } from "./view.ts";

interface Props {
  question: GraphQuestion;
  answer: GraphAnswer | undefined;
  onChange(part: Partial<GraphQuestion>): void;
  onFocus(object: GraphObject): void;
}

const TYPING_MILLIS = 200;

/** What is shown, as a list: the same for those who do not look at the picture. */
export function GraphSide({ question, answer, onChange, onFocus }: Props) {
  const [typed, setTyped] = useState(question.search);
  const settle = useDebouncedCallback((search: string) => onChange({ search }), TYPING_MILLIS);
  useEffect(() => setTyped(question.search), [question.search]);
  const focused = question.focus === null ? null : idOf(question.focus);
  return (
    <>
      <Stack gap="xs" p="sm">
        <Search
          label="Search the graph"
          value={typed}
          onChange={(search) => {
            setTyped(search);
            settle(search);
          }}
        />
        <Select
          label="At most"
          size="xs"
          data={LIMITS.map((limit) => ({ value: String(limit), label: `${limit} objects` }))}
          value={String(question.limit)}
          allowDeselect={false}
          onChange={(limit) => onChange({ limit: Number(limit) })}
        />
        <Text size="xs" c="dimmed" role="status">
          {answer === undefined ? "" : told(answer)}
        </Text>
      </Stack>
      <ul className="graph-list" aria-label="What is shown">
        {answer?.nodes.map((object) => (
          <li key={idOf(object)}>
            <UnstyledButton
              className={`side-item graph-item${idOf(object) === focused ? " active" : ""}`}
              aria-pressed={idOf(object) === focused}
              title={object.name}
              onClick={() => onFocus(object)}
            >
              <bdi className="side-name">{object.name}</bdi>
              <span className="graph-count">{object.neighbours}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  );
}

function told({ nodes, total, edges, total_edges }: GraphAnswer): string {
  const objects =
    nodes.length < total ? `${nodes.length} of ${total} objects, the best connected first` : `${total} objects`;
  return edges.length < total_edges ? `${objects}; ${edges.length} of ${total_edges} relationships` : objects;
}
