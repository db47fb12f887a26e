import { Group, SegmentedControl, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { CodeArea } from "../parts/CodeArea.tsx";
import { KeyRows } from "./KeyRows.tsx";
import { METHODS, type TransformDraft } from "./transform.ts";

interface Part {
  draft: TransformDraft;
  put(part: Partial<TransformDraft>): void;
}

/** What the handler is sent. */
export function Request({ draft, put }: Part) {
  return (
    <Stack gap="md" component="section" aria-label="Request">
      <Title order={2} size="h5">
        Request
      </Title>
      <Group grow align="flex-start">
        <Select
          label="Method"
          placeholder="POST"
          clearable
          data={METHODS.includes(draft.method) || draft.method === "" ? METHODS : [draft.method, ...METHODS]}
          value={draft.method || null}
          onChange={(value) => put({ method: value ?? "" })}
        />
        <TextInput
          label="Address"
          placeholder="{{$base_url}}/users/{{$body.input.id}}"
          spellCheck={false}
          value={draft.url}
          onChange={(event) => put({ url: event.currentTarget.value })}
        />
      </Group>
      {draft.wholeQuery === null ? (
        <KeyRows label="Query" one="parameter" rows={draft.query} onChange={(query) => put({ query })} />
      ) : (
        <TextInput
          label="Query as one template"
          value={draft.wholeQuery}
          onChange={(event) => put({ wholeQuery: event.currentTarget.value || null })}
        />
      )}
      <Stack gap={6}>
        <Text size="sm" fw={500}>
          Body
        </Text>
        <Body
          of="request"
          choices={{ form: "Form", remove: "None" }}
          chosen={draft.body}
          onChoose={(body) => put({ body })}
          placeholder={'{\n  "name": {{$body.input.name}}\n}'}
          template={draft.template}
          onType={(template) => put({ template })}
        />
        {draft.body === "form" && (
          <KeyRows label="Fields of the form" one="field" rows={draft.form} onChange={(form) => put({ form })} />
        )}
      </Stack>
      <KeyRows
        label="Headers to add"
        one="header"
        rows={draft.addHeaders}
        onChange={(addHeaders) => put({ addHeaders })}
      />
      <TextInput
        label="Headers to remove"
        description="With commas"
        value={draft.removeHeaders}
        onChange={(event) => put({ removeHeaders: event.currentTarget.value })}
      />
    </Stack>
  );
}

/** What is made of its answer. */
export function Response({ draft, put }: Part) {
  return (
    <Stack gap="xs" component="section" aria-label="Answer">
      <Title order={2} size="h5">
        Answer
      </Title>
      <Body
        of="answer"
        choices={draft.responseBody === "remove" ? { remove: "None" } : {}}
        chosen={draft.responseBody}
        onChoose={(responseBody) => put({ responseBody })}
        placeholder={'{\n  "id": {{$body.data.id}}\n}'}
        template={draft.responseTemplate}
        onType={(responseTemplate) => put({ responseTemplate })}
      />
    </Stack>
  );
}

interface BodyProps<K extends string> {
  of: "request" | "answer";
  /** What may become of it besides what always may, with the words for that. */
  choices: Record<string, string>;
  chosen: K;
  onChoose(chosen: K): void;
  placeholder: string;
  template: string;
  onType(template: string): void;
}

/** What becomes of a body, and the template of one that is written anew. */
function Body<K extends string>({ of, choices, chosen, onChoose, placeholder, template, onType }: BodyProps<K>) {
  const words = { keep: "As it is", transform: "JSON template", ...choices };
  return (
    <>
      <SegmentedControl
        aria-label={`Body of the ${of}`}
        size="xs"
        data={Object.entries(words).map(([value, label]) => ({ value, label }))}
        value={chosen}
        onChange={(value) => onChoose(value as K)}
      />
      {chosen === "transform" && (
        <CodeArea
          aria-label={`Template of the ${of}'s body`}
          placeholder={placeholder}
          value={template}
          onChange={onType}
        />
      )}
    </>
  );
}
