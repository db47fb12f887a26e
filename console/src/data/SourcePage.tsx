import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { Link, Navigate, Route, Routes, useParams } from "react-router";
import { segment, unsegment } from "../metadata/names.ts";
import { Heading } from "../parts/Heading.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { TabLinks } from "../parts/TabLinks.tsx";
import { Functions } from "./functions/Functions.tsx";
import { NativeQueries } from "./queries/NativeQueries.tsx";
import { Schemas } from "./sources/Schemas.tsx";
import { SourceSettings } from "./sources/SourceSettings.tsx";
import { Suggestions } from "./relationships/Suggestions.tsx";
import { Tracking } from "./Tracking.tsx";

/** One database: which of its tables are tracked, and how they could be related. */
export function SourcePage() {
  const source = unsegment(useParams().source);
  return (
    <>
      <Heading
        above="Data"
        title={source}
        actions={
          <Button
            component={Link}
            to={`/data/${segment(source)}/create-table`}
            size="xs"
            leftSection={<Plus size={14} />}
          >
            Create a table
          </Button>
        }
      />
      <TabLinks
        base={`/data/${segment(source)}`}
        tabs={[
          { path: "untracked", name: "Untracked tables" },
          { path: "tracked", name: "Tracked tables" },
          { path: "suggestions", name: "Suggested relationships" },
          { path: "functions", name: "Functions" },
          { path: "queries", name: "Native queries" },
          { path: "schemas", name: "Schemas" },
          { path: "settings", name: "Settings" },
        ]}
      />
      <div className="page-body">
        <Routes>
          <Route index element={<Navigate to="untracked" replace />} />
          <Route path="untracked" element={<Tracking key={`${source}-`} source={source} tracked={false} />} />
          <Route path="tracked" element={<Tracking key={`${source}+`} source={source} tracked />} />
          <Route path="suggestions" element={<Suggestions key={source} source={source} />} />
          <Route path="functions" element={<Functions key={source} source={source} />} />
          <Route path="queries" element={<NativeQueries key={source} source={source} />} />
          <Route path="schemas" element={<Schemas key={source} source={source} />} />
          <Route path="settings" element={<SourceSettings key={source} source={source} />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </div>
    </>
  );
}
