import { Group, Text, Tooltip, UnstyledButton, ActionIcon } from "@mantine/core";
import { LogOut } from "lucide-react";
import { NavLink, Outlet } from "react-router";
import { useLeavingPages } from "../parts/guard.tsx";
import { useSession } from "../session/session.ts";
import type { Settings } from "../settings.ts";
import { Health } from "./Health.tsx";
import { Mark } from "./Mark.tsx";
import { Palette } from "./Palette.tsx";
import { Shortcuts } from "./Shortcuts.tsx";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

/** The pages, in the order of the bar. */
const PAGES = [
  { path: "/api", name: "API" },
  { path: "/data", name: "Data" },
  { path: "/actions", name: "Actions" },
  { path: "/remote-schemas", name: "Remote schemas" },
  { path: "/graph", name: "Graph" },
  { path: "/settings", name: "Settings" },
];

export function Shell({ settings }: { settings: Settings }) {
  const { secret, logOut } = useSession();
  const { leave, within } = useLeavingPages();
  return (
    <div className="shell">
      <header className="bar">
        <Group gap="xs" wrap="nowrap">
          <Mark size={26} />
          <Text component="span" fw={600} fz="lg" visibleFrom="sm">
            Dovetail
          </Text>
        </Group>
        <nav aria-label="Pages">
          {PAGES.map((page) => (
            <UnstyledButton key={page.path} component={NavLink} to={page.path} className="page-link">
              {page.name}
            </UnstyledButton>
          ))}
        </nav>
        <Group gap="sm" ml="auto" wrap="nowrap">
          <Palette pages={PAGES} />
          <Health />
          <Text size="xs" c="dimmed" visibleFrom="md">
            {settings.version}
          </Text>
          <Shortcuts pages={PAGES} />
          <ThemeSwitch />
          {secret !== null && (
            <Tooltip label="Log out">
              <ActionIcon variant="default" size="lg" aria-label="Log out" onClick={() => leave(logOut)}>
                <LogOut size={17} />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
      </header>
      {within(
        <main className="page">
          <Outlet />
        </main>,
      )}
    </div>
  );
}
