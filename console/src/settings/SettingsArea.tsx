import { FileJson, Info, TriangleAlert, Users } from "lucide-react";
import { Navigate, NavLink, Route, Routes } from "react-router";
import { Area } from "../parts/Area.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { About } from "./About.tsx";
import { Inconsistencies } from "./Inconsistencies.tsx";
import { MetadataPage } from "./MetadataPage.tsx";
import { Roles } from "./Roles.tsx";

const PAGES = [
  { path: "metadata", name: "Metadata", Icon: FileJson },
  { path: "inconsistencies", name: "Inconsistencies", Icon: TriangleAlert },
  { path: "roles", name: "Roles", Icon: Users },
  { path: "about", name: "About", Icon: Info },
];

/** What concerns the whole. */
export function Component() {
  return (
    <Area
      name="Settings"
      side={
        <nav aria-label="Settings" className="side-pages">
          {PAGES.map(({ path, name, Icon }) => (
            <NavLink key={path} to={`/settings/${path}`} className="side-item">
              <Icon size={15} aria-hidden /> {name}
            </NavLink>
          ))}
        </nav>
      }
    >
      <Routes>
        <Route index element={<Navigate to="metadata" replace />} />
        <Route path="metadata" element={<MetadataPage />} />
        <Route path="inconsistencies" element={<Inconsistencies />} />
        <Route path="roles" element={<Roles />} />
        <Route path="about" element={<About />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Area>
  );
}
