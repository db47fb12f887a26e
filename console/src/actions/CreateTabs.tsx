import type { ReactNode } from "react";
import { Heading } from "../parts/Heading.tsx";
import { TabLinks } from "../parts/TabLinks.tsx";

/** The ways to an action, each with an address of its own. */
export function CreateTabs({ children }: { children: ReactNode }) {
  return (
    <>
      <Heading above="Actions" title="Create an action" />
      <TabLinks
        base="/actions/create"
        tabs={[
          { path: "scratch", name: "From scratch" },
          { path: "derive", name: "From an operation" },
          { path: "openapi", name: "From OpenAPI" },
        ]}
      />
      <div className="page-body">{children}</div>
    </>
  );
}
