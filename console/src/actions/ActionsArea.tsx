import { Route, Routes } from "react-router";
import { Area } from "../parts/Area.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { ActionPage } from "./ActionPage.tsx";
import { ActionsSide } from "./ActionsSide.tsx";
import { ActionsHome } from "./ActionsHome.tsx";
import { CreateAction } from "./CreateAction.tsx";
import { TypesPage } from "./TypesPage.tsx";

/** Actions: fields that a service of the user's answers. */
export function Component() {
  return (
    <Area name="Actions" side={<ActionsSide />}>
      <Routes>
        <Route index element={<ActionsHome />} />
        <Route path="manage" element={<ActionsHome />} />
        <Route path="create/*" element={<CreateAction />} />
        <Route path="types" element={<TypesPage />} />
        <Route path="manage/:action/*" element={<ActionPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Area>
  );
}
