import { Anchor } from "@mantine/core";
import { Link } from "react-router";
import type { Cell } from "../sql.ts";

const LONG = 120;

/** What stands in a cell. @param to where a key leads */
export function Value({ value, to }: { value: Cell; to: string | null }) {
  if (value === null) {
    return <span className="null">null</span>;
  }
  const shown = value.length > LONG ? `${value.slice(0, LONG)}…` : value;
  return to === null ? (
    <bdi title={value.length > LONG ? value.slice(0, 4000) : undefined}>{shown}</bdi>
  ) : (
    <Anchor component={Link} to={to} size="sm" underline="always">
      <bdi>{shown}</bdi>
    </Anchor>
  );
}
