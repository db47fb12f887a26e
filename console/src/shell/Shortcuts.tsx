import { ActionIcon, Kbd, Modal, Table, Tooltip } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { Keyboard } from "lucide-react";
import { useNavigate } from "react-router";

interface Props {
  pages: { path: string; name: string }[];
}

const EVERYWHERE: [keys: string[], what: string][] = [
  [["Ctrl", "K"], "Search everything"],
  [["?"], "These shortcuts"],
  [["Esc"], "Close what is open"],
];

const EDITORS: [keys: string[], what: string][] = [
  [["Ctrl", "Enter"], "Run a query, SQL, a trial of an action"],
  [["Ctrl", "Space"], "Complete a query"],
  [["Shift", "Ctrl", "P"], "Format a query"],
  [["Shift", "Ctrl", "C"], "Copy a query"],
];

/** `?`: what can be done without a mouse. Alt and a number lead to the pages, in the order of the bar. */
export function Shortcuts({ pages }: Props) {
  const [open, { open: show, close }] = useDisclosure(false);
  const navigate = useNavigate();
  useHotkeys([
    ["shift+?", show],
    ["?", show],
    ...pages.map(({ path }, index): [string, () => void, { usePhysicalKeys: boolean }] => [
      `alt+Digit${index + 1}`,
      () => void navigate(path),
      { usePhysicalKeys: true },
    ]),
  ]);
  const rows = [
    ...EVERYWHERE,
    ...pages.map(({ name }, index): [string[], string] => [["Alt", String(index + 1)], name]),
    ...EDITORS,
  ];
  return (
    <>
      <Tooltip label="Shortcuts: ?">
        <ActionIcon variant="default" size="lg" aria-label="Shortcuts" onClick={show}>
          <Keyboard size={17} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={open} onClose={close} title="Shortcuts" closeButtonProps={{ "aria-label": "Close" }}>
        <Table>
          <Table.Tbody>
            {rows.map(([keys, what]) => (
              <Table.Tr key={what}>
                <Table.Td>{what}</Table.Td>
                <Table.Td ta="right">
                  {keys.map((key) => (
                    <Kbd key={key} ml={4}>
                      {key}
                    </Kbd>
                  ))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}
