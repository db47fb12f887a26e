import type { GraphiQLPlugin } from "@graphiql/react";
import { FolderTree } from "lucide-react";
import { Explorer } from "./Explorer.tsx";

/** In the place of GraphiQL's own explorer, which only a mouse can use, and which draws all fields there are. */
export const EXPLORER: GraphiQLPlugin = {
  title: "Explorer",
  icon: () => <FolderTree aria-hidden />,
  content: Explorer,
};
