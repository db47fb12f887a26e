import { Pagination, type PaginationProps } from "@mantine/core";

const LABELS = { first: "First page", previous: "Previous page", next: "Next page", last: "Last page" };

/** A choice of pages, of which those that are arrows have names too. */
export function Pages(props: PaginationProps) {
  return <Pagination {...props} getControlProps={(control) => ({ "aria-label": LABELS[control] })} />;
}
