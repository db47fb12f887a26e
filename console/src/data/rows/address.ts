/** What of a table's rows is looked at, as the page's address has it: so it can be sent to somebody. */
import { OPERATORS, type Condition, type Look, type Operator } from "./look.ts";

export const PAGE = 50;

export function readLook(params: URLSearchParams): Look {
  const order = params.get("order");
  const page = Math.max(1, Number.parseInt(params.get("page") ?? "1", 10) || 1);
  return {
    where: params.getAll("where").flatMap(readCondition),
    order:
      order === null ? null : { column: order.replace(/^(asc|desc)\./, ""), descending: order.startsWith("desc.") },
    limit: PAGE,
    offset: (page - 1) * PAGE,
  };
}

export function writeLook(look: Look): URLSearchParams {
  const params = new URLSearchParams();
  for (const { column, operator, value } of look.where) {
    params.append("where", JSON.stringify([column, operator, value]));
  }
  if (look.order !== null) {
    params.set("order", `${look.order.descending ? "desc" : "asc"}.${look.order.column}`);
  }
  if (look.offset > 0) {
    params.set("page", String(Math.floor(look.offset / PAGE) + 1));
  }
  return params;
}

/** A condition that is none is left out: anybody may write addresses. */
function readCondition(text: string): Condition[] {
  try {
    const [column, operator, value] = JSON.parse(text) as unknown[];
    const known = OPERATORS.includes(operator as Operator);
    return typeof column === "string" && typeof value === "string" && known
      ? [{ column, operator: operator as Operator, value }]
      : [];
  } catch {
    return [];
  }
}
