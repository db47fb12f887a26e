import { ActionIcon, Button, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState, type ReactNode } from "react";
import { Question } from "./Question.tsx";

interface Props {
  /** On the button, and on the one that confirms. */
  label: string;
  question: string;
  /** What it will do. */
  children?: ReactNode;
  /** What must be typed first, where it cannot be undone. */
  typed?: string;
  busy?: boolean;
  size?: "xs" | "sm";
  icon?: ReactNode;
  /** What the icon is called where it stands alone. */
  alone?: string;
  onConfirm(): void | Promise<unknown>;
}

/** A button for what destroys something: asks first. */
export function Confirmed({ label, question, children, typed, busy, size = "xs", icon, alone, onConfirm }: Props) {
  const [open, { open: ask, close }] = useDisclosure(false);
  const [text, setText] = useState("");
  return (
    <>
      {alone === undefined ? (
        <Button size={size} variant="light" color="red" loading={busy ?? false} leftSection={icon} onClick={ask}>
          {label}
        </Button>
      ) : (
        <ActionIcon variant="subtle" color="red" aria-label={alone} loading={busy ?? false} onClick={ask}>
          {icon}
        </ActionIcon>
      )}
      <Question
        opened={open}
        title={question}
        action={label}
        disabled={typed !== undefined && text !== typed}
        onCancel={close}
        onConfirm={() => {
          close();
          setText("");
          void onConfirm();
        }}
      >
        <Text size="sm" component="div">
          {children}
        </Text>
        {typed !== undefined && (
          <TextInput
            mt="md"
            label={`Type "${typed}" to confirm`}
            value={text}
            spellCheck={false}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Question>
    </>
  );
}
