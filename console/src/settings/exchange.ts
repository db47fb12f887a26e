import { readJson } from "../metadata/json.ts";

/** `dovetail_metadata_2026_01_31_17_05_00_000.json`, as people know such files. */
export function fileName(now: Date): string {
  return `dovetail_metadata_${now.toISOString().replace("Z", "").replaceAll(/\D/g, "_")}.json`;
}

/** The metadata in an exported file, with or without its version beside it. */
export function readExport(text: string): unknown {
  const content: unknown = readJson(text);
  if (typeof content !== "object" || content === null || Array.isArray(content)) {
    throw new Error("This file holds no metadata.");
  }
  const metadata = "metadata" in content ? content.metadata : content;
  if (typeof metadata !== "object" || metadata === null || !("version" in metadata)) {
    throw new Error("This file holds no metadata.");
  }
  return metadata;
}
