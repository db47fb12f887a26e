import { Button, Code, CopyButton } from "@mantine/core";
import { Check, Copy } from "lucide-react";

/** Code to be read and taken away. */
export function CodeView({ label, code }: { label: string; code: string }) {
  return (
    <div className="code-view">
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Button
            size="xs"
            variant="default"
            className="code-copy"
            leftSection={copied ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
            onClick={copy}
          >
            {copied ? "Copied" : "Copy"}
          </Button>
        )}
      </CopyButton>
      <Code block tabIndex={0} role="region" aria-label={label}>
        {code}
      </Code>
    </div>
  );
}
