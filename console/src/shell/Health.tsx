import { Badge } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { Link } from "react-router";
import type { Overview } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";

/** Shows itself only when something of the metadata is not served. */
export function Health() {
  const { data } = useAsk<Overview>("dovetail_get_overview");
  if (!data || data.inconsistencies === 0) {
    return null;
  }
  return (
    <Badge
      component={Link}
      to="/settings/inconsistencies"
      color="red"
      variant="light"
      className="link-badge"
      leftSection={<TriangleAlert size={12} aria-hidden />}
    >
      {data.inconsistencies} inconsistent
    </Badge>
  );
}
