import { Button, Code, Group, Notification, Spoiler, Stack, Text } from "@mantine/core";
import { CircleCheck, RefreshCw, TriangleAlert } from "lucide-react";
import { dismiss, useToasts, type Toast } from "./toasts.ts";

const LOOKS = {
  success: { color: "teal", icon: <CircleCheck size={18} /> },
  failure: { color: "red", icon: <TriangleAlert size={18} /> },
  conflict: { color: "yellow", icon: <RefreshCw size={18} /> },
};

/** What happened lately, at the lower right. */
export function Toasts() {
  return (
    <div className="toasts" aria-live="polite" role="region" aria-label="Messages">
      {useToasts().map((toast) => (
        <One key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function One({ toast }: { toast: Toast }) {
  return (
    <Notification
      {...LOOKS[toast.kind]}
      withBorder
      title={<span className="breakable">{toast.title}</span>}
      onClose={() => dismiss(toast.id)}
      closeButtonProps={{ "aria-label": "Dismiss" }}
      role={toast.kind === "success" ? "status" : "alert"}
    >
      <Stack gap={6}>
        {toast.detail !== undefined && (
          <Group gap="xs">
            <Text size="xs" c="dimmed">
              {toast.detail}
            </Text>
            {toast.path !== undefined && <Code c="var(--mantine-color-text)">{toast.path}</Code>}
          </Group>
        )}
        {toast.internal !== undefined && (
          <Spoiler maxHeight={0} showLabel="Details" hideLabel="Hide details">
            <Code block className="toast-internal" tabIndex={0} c="var(--mantine-color-text)">
              {JSON.stringify(toast.internal, null, 2)}
            </Code>
          </Spoiler>
        )}
        {toast.onReload && (
          <Group>
            <Button
              size="xs"
              variant="light"
              onClick={() => {
                toast.onReload?.();
                dismiss(toast.id);
              }}
            >
              Reload
            </Button>
          </Group>
        )}
      </Stack>
    </Notification>
  );
}
