import { Route, Routes } from "react-router";
import { Area } from "../parts/Area.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import "./data.css";
import { ConnectSource } from "./sources/ConnectSource.tsx";
import { DataHome } from "./DataHome.tsx";
import { DataSide } from "./DataSide.tsx";
import { CreateTable } from "./schema/CreateTable.tsx";
import { SourcePage } from "./SourcePage.tsx";
import { SqlPage } from "./SqlPage.tsx";
import { TablePage } from "./TablePage.tsx";

/** Databases and their tables. */
export function Component() {
  return (
    <Area name="Data" side={<DataSide />}>
      <Routes>
        <Route index element={<DataHome />} />
        <Route path="connect" element={<ConnectSource />} />
        <Route path="sql" element={<SqlPage />} />
        <Route path=":source/table/:schema/:table/*" element={<TablePage />} />
        <Route path=":source/create-table" element={<CreateTable />} />
        <Route path=":source/*" element={<SourcePage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Area>
  );
}
