import type { IntrospectionDirective, IntrospectionQuery, IntrospectionType } from "graphql";

/**
 * A schema as an introspection tells it, in a form that costs nothing to hand from one thread to another, and of which
 * a part can be read without the rest: a thousand tables make tens of megabytes, of which a query needs little.
 */
export interface Packed {
  roots: { query: string; mutation: string | null; subscription: string | null };
  directives: readonly IntrospectionDirective[];
  names: string[];
  kinds: IntrospectionType["kind"][];
  /** The types one after the other, each as JSON. */
  text: string;
  /** Where in the text each of them ends. */
  ends: Uint32Array;
}

export function pack({ __schema: schema }: IntrospectionQuery): Packed {
  const texts = schema.types.map((type) => JSON.stringify(type));
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, index) => {
    end += text.length;
    ends[index] = end;
  });
  return {
    roots: {
      query: schema.queryType.name,
      mutation: schema.mutationType?.name ?? null,
      subscription: schema.subscriptionType?.name ?? null,
    },
    directives: schema.directives,
    names: schema.types.map((type) => type.name),
    kinds: schema.types.map((type) => type.kind),
    text: texts.join(""),
    ends,
  };
}

/** The type that stands at this place of the list. */
export function unpack(packed: Packed, index: number): IntrospectionType {
  const begin = index === 0 ? 0 : packed.ends[index - 1];
  return JSON.parse(packed.text.slice(begin, packed.ends[index])) as IntrospectionType;
}
