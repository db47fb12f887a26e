import { Badge, Code, Text } from "@mantine/core";
import type { Described } from "./describe.ts";
import { Section } from "./Section.tsx";

/** What Postgres does by itself when rows change; made and dropped on the SQL page. */
export function Triggers({ facts }: { facts: Described }) {
  if (facts.triggers.length === 0) {
    return null;
  }
  return (
    <Section title="Triggers" hint="What Postgres does by itself when rows change. They are changed on the SQL page.">
      {facts.triggers.map((trigger) => (
        <div key={trigger.name} className="removable">
          <div>
            <Text size="sm" fw={500}>
              <bdi>{trigger.name}</bdi>{" "}
              {!trigger.enabled && (
                <Badge size="xs" color="gray" variant="light">
                  disabled
                </Badge>
              )}
            </Text>
            <Code block className="statement">
              {trigger.definition}
            </Code>
          </div>
        </div>
      ))}
    </Section>
  );
}
