import { ActionIcon, Tooltip, useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { Monitor, Moon, Sun } from "lucide-react";

const SCHEMES: Record<MantineColorScheme, { next: MantineColorScheme; name: string; Icon: typeof Sun }> = {
  auto: { next: "light", name: "as the system", Icon: Monitor },
  light: { next: "dark", name: "light", Icon: Sun },
  dark: { next: "auto", name: "dark", Icon: Moon },
};

export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { next, name, Icon } = SCHEMES[colorScheme];
  const label = `Colours: ${name}; change to ${SCHEMES[next].name}`;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} onClick={() => setColorScheme(next)}>
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
