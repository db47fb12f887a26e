import { Button, Group, Modal } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  opened: boolean;
  title: string;
  /** What it will do. */
  children: ReactNode;
  /** On the button that confirms. */
  action: string;
  disabled?: boolean;
  onCancel(): void;
  onConfirm(): void;
}

/** Asked before something is destroyed. */
export function Question({ opened, title, children, action, disabled = false, onCancel, onConfirm }: Props) {
  return (
    <Modal opened={opened} onClose={onCancel} title={title} closeButtonProps={{ "aria-label": "Cancel" }}>
      {children}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button color="red" disabled={disabled} onClick={onConfirm}>
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
