import { Badge, Text } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  /** Its name, or what leads to it. */
  name: ReactNode;
  /** What nothing is said of is a mutation, and synchronous. */
  type: "query" | "mutation" | undefined;
  kind?: string | undefined;
  comment: string | undefined;
}

/** An action in a list: its name, what it is, and what is said of it. */
export function NamedAction({ name, type = "mutation", kind, comment }: Props) {
  return (
    <>
      {name}{" "}
      <Badge size="xs" variant="light" color={type === "query" ? "blue" : "grape"}>
        {type}
      </Badge>
      {kind === "asynchronous" && (
        <Badge size="xs" variant="light" color="gray" ml={4}>
          asynchronous
        </Badge>
      )}
      {comment !== undefined && (
        <Text size="xs" c="dimmed">
          {comment}
        </Text>
      )}
    </>
  );
}
