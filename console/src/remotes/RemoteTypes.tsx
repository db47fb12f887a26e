import { Code, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useAsk } from "../metadata/useEngine.ts";
import { Loaded } from "../parts/Loaded.tsx";
import { Search } from "../parts/Search.tsx";
import { matching, sdlOf } from "./sdl.ts";

/** The types of the remote server, as it told them. */
export function RemoteTypes({ name, connected }: { name: string; connected: boolean }) {
  const query = useAsk<{ data: unknown }>("introspect_remote_schema", { name }, { enabled: connected });
  if (!connected) {
    return (
      <Text size="sm" c="dimmed">
        Its types are not known. Reload once it answers.
      </Text>
    );
  }
  return <Loaded query={query}>{(introspection) => <Types introspection={introspection} />}</Loaded>;
}

function Types({ introspection }: { introspection: { data: unknown } }) {
  const sdl = useMemo(() => sdlOf(introspection), [introspection]);
  const [search, setSearch] = useState("");
  const found = matching(sdl, search);
  return (
    <Stack className="form" gap="sm">
      <Search label="Search its types" value={search} onChange={setSearch} />
      <Code block tabIndex={0} aria-label="Types of the remote schema">
        {found === "" ? "# Nothing has such a name" : found}
      </Code>
    </Stack>
  );
}
