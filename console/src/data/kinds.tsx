import { Eye, Globe, Layers, ScanEye, Table, TriangleAlert } from "lucide-react";

const KINDS: Record<string, { word: string; Icon: typeof Eye }> = {
  table: { word: "table", Icon: Table },
  view: { word: "view", Icon: Eye },
  materialized_view: { word: "materialized view", Icon: ScanEye },
  foreign: { word: "foreign table", Icon: Globe },
  partitioned: { word: "partitioned table", Icon: Layers },
  missing: { word: "missing in the database", Icon: TriangleAlert },
};

/** What kind of table it is, as a picture with a name. */
export function KindIcon({ kind }: { kind: string }) {
  const { word, Icon } = KINDS[kind] ?? { word: kind, Icon: Table };
  return kind === "table" ? <Icon size={14} aria-hidden /> : <Icon size={14} role="img" aria-label={word} />;
}

export function kindWord(kind: string): string {
  return KINDS[kind]?.word ?? kind.replaceAll("_", " ");
}
