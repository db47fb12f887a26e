import { ActionIcon, Checkbox, Group, SegmentedControl, Text, TextInput, Tooltip } from "@mantine/core";
import type { GraphQLInputType, GraphQLOutputType, GraphQLSchema } from "graphql";
import { Pin, PinOff } from "lucide-react";
import { withPreset, type Choice, type Preset } from "./choice.ts";
import { retyped, writePreset } from "./preset.ts";
import { isRequired, withoutParts, withParts } from "./settle.ts";

interface Props {
  schema: GraphQLSchema;
  choice: Choice;
  /** Its coordinate. */
  at: string;
  name: string;
  type?: GraphQLOutputType | GraphQLInputType;
  /** Of arguments and input fields, which may have a preset. */
  input?: GraphQLInputType;
  onChange(choice: Choice): void;
}

const FIRST: Preset = { kind: "session", text: "x-hasura-user-id" };

/** One part with its box; what is required stands and falls with what needs it. */
export function PartBox({ schema, choice, at, name, type, input, onChange }: Props) {
  const chosen = choice.parts.has(at);
  const required = input !== undefined && isRequired(schema, at);
  const preset = choice.presets.get(at);
  return (
    <Group gap="xs" wrap="nowrap" className="choice-part">
      <Checkbox
        size="xs"
        aria-label={at}
        checked={chosen}
        disabled={required}
        label={
          <>
            {name}
            {type && <span className="choice-kind">{String(type)}</span>}
          </>
        }
        onChange={() => onChange((chosen ? withoutParts : withParts)(schema, choice, [at]))}
      />
      {input && chosen && (
        <>
          <Tooltip label={preset ? "Let clients give it" : "Give it a value"}>
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={preset ? `No preset for ${at}` : `Preset for ${at}`}
              onClick={() => onChange(withPreset(choice, at, preset ? null : FIRST))}
            >
              {preset ? <PinOff size={13} /> : <Pin size={13} />}
            </ActionIcon>
          </Tooltip>
          {preset && (
            <PresetFields
              at={at}
              preset={preset}
              type={input}
              onChange={(next) => onChange(withPreset(choice, at, next))}
            />
          )}
        </>
      )}
    </Group>
  );
}

interface PresetProps {
  at: string;
  preset: Preset;
  type: GraphQLInputType;
  onChange(preset: Preset): void;
}

function PresetFields({ at, preset, type, onChange }: PresetProps) {
  const wrong = writePreset(preset, type) === null;
  return (
    <Group gap={6} wrap="nowrap" flex={1}>
      <SegmentedControl
        size="xs"
        aria-label={`Where the preset of ${at} comes from`}
        data={[
          { value: "session", label: "Session" },
          { value: "fixed", label: "Fixed" },
        ]}
        value={preset.kind}
        onChange={(kind) => onChange(kind === "session" ? FIRST : { kind: "fixed", text: "" })}
      />
      <TextInput
        size="xs"
        flex={1}
        aria-label={`Preset of ${at}`}
        value={preset.text}
        error={wrong}
        spellCheck={false}
        onChange={(event) => onChange(retyped(preset, event.currentTarget.value))}
      />
      {wrong && (
        <Text size="xs" c="red" role="status">
          {preset.kind === "session" ? "begins with x-hasura-" : `is no ${String(type)}`}
        </Text>
      )}
    </Group>
  );
}
