import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { engineUrl } from "../../engine.ts";
import { CodeView } from "../CodeView.tsx";
import type { Written } from "../operation.ts";
import { callOf, LANGUAGES } from "./snippets.ts";

/** The request as a program. */
export function CodeExport({ written, headers }: { written: Written; headers: Record<string, string> }) {
  const [name, setName] = useState("curl");
  const language = LANGUAGES.find((each) => each.name === name);
  const call = callOf(engineUrl("v1/graphql"), headers, written);
  const hidden = call.headers.some((header) => "variable" in header);
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label="Language"
        data={LANGUAGES.map((each) => each.name)}
        value={name}
        onChange={setName}
      />
      {language && <CodeView label={`The request in ${name}`} code={language.write(call)} />}
      {hidden && (
        <Text size="xs" c="dimmed">
          Secrets do not stand in the code: it takes them from the environment.
        </Text>
      )}
    </Stack>
  );
}
