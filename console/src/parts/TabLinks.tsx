import { UnstyledButton } from "@mantine/core";
import { NavLink } from "react-router";

/** The parts of an object, each with an address of its own. */
export function TabLinks({ base, tabs }: { base: string; tabs: { path: string; name: string; count?: number }[] }) {
  return (
    <nav className="tabs" aria-label="Parts">
      {tabs.map((tab) => (
        <UnstyledButton key={tab.path} component={NavLink} to={`${base}/${tab.path}`} className="tab-link">
          {tab.name}
          {tab.count !== undefined && tab.count > 0 && <span className="tab-count">{tab.count}</span>}
        </UnstyledButton>
      ))}
    </nav>
  );
}
