import { Textarea, type TextareaProps } from "@mantine/core";
import type { KeyboardEvent } from "react";

interface Props extends Omit<TextareaProps, "onChange"> {
  value: string;
  onChange?: (value: string) => void;
  /** Ctrl+Enter. */
  onRun?: () => void;
}

/** Text that is code: as it is typed, in one width, with Ctrl+Enter where it can be run. */
export function CodeArea({ onChange, onRun, ...props }: Props) {
  function press(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && onRun) {
      event.preventDefault();
      onRun();
    }
  }
  return (
    <Textarea
      autosize
      minRows={4}
      maxRows={28}
      spellCheck={false}
      autoComplete="off"
      autoCapitalize="off"
      {...props}
      classNames={{ input: "code-area" }}
      onKeyDown={press}
      onChange={(event) => onChange?.(event.currentTarget.value)}
    />
  );
}
