import "../remotes.css";
import { Stack, Text } from "@mantine/core";
import type { GraphQLSchema } from "graphql";
import { useMemo, useState } from "react";
import { Search } from "../../parts/Search.tsx";
import type { Choice } from "./choice.ts";
import { typesOf } from "./sdl.ts";
import { partsOf } from "./settle.ts";
import { TypeBranch } from "./TypeBranch.tsx";

interface Props {
  schema: GraphQLSchema;
  choice: Choice;
  onChange(choice: Choice): void;
}

/** Everything of a remote schema with a box to tick; types open at a click, the roots are open from the start. */
export function PermissionTree({ schema, choice, onChange }: Props) {
  const [search, setSearch] = useState("");
  const types = useMemo(() => typesOf(schema).filter((type) => partsOf(type).length > 0), [schema]);
  const word = search.trim().toLowerCase();
  const found = types.filter((type) =>
    partsOf(type).some((each) => `${type.name} ${each}`.toLowerCase().includes(word)),
  );
  return (
    <Stack gap="xs">
      <Search label="Search types and fields" value={search} onChange={setSearch} />
      <ul className="choice" aria-label="Types">
        {found.map((type) => (
          <TypeBranch
            key={`${type.name} ${word === ""}`}
            schema={schema}
            type={type}
            choice={choice}
            begunOpen={isRoot(schema, type.name) || (word !== "" && found.length < 20)}
            onChange={onChange}
          />
        ))}
      </ul>
      {found.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing has such a name.
        </Text>
      )}
    </Stack>
  );
}

function isRoot(schema: GraphQLSchema, name: string): boolean {
  return [schema.getQueryType(), schema.getMutationType()].some((type) => type?.name === name);
}
