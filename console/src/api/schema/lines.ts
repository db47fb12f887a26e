/**
 * A schema as the engine writes it for the console (`http.SchemaLines`): a text with a line for each type, of which one
 * can be read without the rest. A thousand tables make megabytes, of which a query needs little.
 */
export class SchemaText {
  readonly roots: Roots;
  readonly directives: readonly ({ name: string } & DirectiveLine)[];
  /** Of each type, in the order of the text. */
  readonly kinds: ReadonlyMap<string, string>;
  private readonly places = new Map<string, { begin: number; end: number }>();

  constructor(readonly text: string) {
    const kinds = new Map<string, string>();
    const directives = [];
    let begin = lineEnd(text, 0);
    this.roots = JSON.parse(text.slice(0, begin)) as Roots;
    while (begin < text.length) {
      const end = lineEnd(text, begin + 1);
      const afterName = text.indexOf(" ", begin);
      const afterKind = text.indexOf(" ", afterName + 1);
      const name = text.slice(begin + 1, afterName);
      const kind = text.slice(afterName + 1, afterKind);
      if (kind === "DIRECTIVE") {
        directives.push({ name, ...(JSON.parse(text.slice(afterKind, end)) as DirectiveLine) });
      } else {
        kinds.set(name, kind);
        this.places.set(name, { begin: afterKind, end });
      }
      begin = end;
    }
    this.kinds = kinds;
    this.directives = directives;
  }

  /** What the text says of a type; throws when it does not know it. */
  read(name: string): TypeLine {
    const place = this.places.get(name);
    if (place === undefined) {
      throw new Error(`The schema has no type ${name}.`);
    }
    return JSON.parse(this.text.slice(place.begin, place.end)) as TypeLine;
  }
}

export interface Roots {
  query: string;
  mutation: string | null;
  subscription: string | null;
}

/** Types as GraphQL writes them: `[users!]!`. What is at the end and says nothing is left out. */
export type FieldLine = [
  name: string,
  type: string,
  description?: string | null,
  args?: InputLine[],
  deprecated?: string,
];

export type InputLine = [name: string, type: string, description?: string | null, preset?: string];

export type ValueLine = [name: string, description?: string | null, deprecated?: string];

export interface TypeLine {
  description?: string;
  fields?: FieldLine[];
  inputs?: InputLine[];
  values?: ValueLine[];
  interfaces?: string[];
  possible?: string[];
}

export interface DirectiveLine {
  description?: string;
  locations: string[];
  args?: InputLine[];
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}
