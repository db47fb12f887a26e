import { Button, SegmentedControl } from "@mantine/core";
import { Waypoints } from "lucide-react";
import { useCallback, useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { useAsk } from "../metadata/useEngine.ts";
import { Area } from "../parts/Area.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Coming, Loaded } from "../parts/Loaded.tsx";
import { Canvas } from "./Canvas.tsx";
import { pictureOf } from "./elements.ts";
import { GraphSide } from "./GraphSide.tsx";
import { focusOf, idOf, type GraphAnswer, type GraphObject } from "./types.ts";
import { useLayout } from "./useLayout.ts";
import { argumentsOf, DEPTHS, readQuestion, writeQuestion, type GraphQuestion } from "./view.ts";

/** Tables, actions and remote schemas, and what leads from one to another, as a picture. */
export function Component() {
  const [params, setParams] = useSearchParams();
  const question = useMemo(() => readQuestion(params), [params]);
  const query = useAsk<GraphAnswer>("dovetail_graph", argumentsOf(question), { keep: true });
  const change = useCallback(
    (part: Partial<GraphQuestion>) =>
      setParams((before) => writeQuestion({ ...readQuestion(before), ...part }), { replace: part.focus === undefined }),
    [setParams],
  );
  const focusOn = useCallback((object: GraphObject) => change({ focus: focusOf(object), search: "" }), [change]);
  const name = question.focus === null ? null : nameOf(question.focus);
  return (
    <Area name="Graph" side={<GraphSide question={question} answer={query.data} onChange={change} onFocus={focusOn} />}>
      <Heading
        {...(name === null ? { title: "Graph" } : { above: "Graph", title: `Around ${name}` })}
        actions={
          name !== null && (
            <>
              <SegmentedControl
                aria-label="How many relationships away"
                size="xs"
                data={DEPTHS.map((depth) => ({
                  value: String(depth),
                  label: depth === 1 ? "1 step" : `${depth} steps`,
                }))}
                value={String(question.depth)}
                onChange={(depth) => change({ depth: Number(depth) })}
              />
              <Button size="xs" variant="default" onClick={() => change({ focus: null })}>
                Show all
              </Button>
            </>
          )
        }
      />
      <Loaded query={query}>
        {(answer) =>
          answer.total === 0 ? (
            <Nothing searched={question.search !== ""} />
          ) : (
            <Drawn answer={answer} focus={question.focus === null ? null : idOf(question.focus)} onFocus={focusOn} />
          )
        }
      </Loaded>
    </Area>
  );
}

interface DrawnProps {
  answer: GraphAnswer;
  focus: string | null;
  onFocus(object: GraphObject): void;
}

function Drawn({ answer, focus, onFocus }: DrawnProps) {
  const picture = useMemo(() => pictureOf(answer), [answer]);
  const arranged = useLayout(picture);
  return (
    <div className="graph-canvas" role="region" aria-label="Picture of the graph">
      {arranged === null ? <Coming /> : <Canvas arranged={arranged} focus={focus} onFocus={onFocus} />}
    </div>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  return searched ? (
    <Empty Icon={Waypoints} title="Nothing has such a name">
      Names of tables, actions and remote schemas are searched; all words must occur.
    </Empty>
  ) : (
    <Empty Icon={Waypoints} title="Nothing to draw yet">
      <p>
        Here you will see the tables you track, your actions and remote schemas, and the relationships between them.
      </p>
      <Button component={Link} to="/data">
        Track tables
      </Button>
    </Empty>
  );
}

function nameOf(focus: NonNullable<GraphQuestion["focus"]>): string {
  return focus.kind === "table" ? focus.table.name : focus.name;
}
