/** What is given for an argument: a field of the type, a fixed value in JSON, or nothing: then the client gives it. */
export type Given = { kind: "field"; field: string } | { kind: "fixed"; json: string } | { kind: "client" };

/** Null when there is a field within a value: a fixed value it is not, and no field either. */
export function givenOf(values: Record<string, unknown>): Record<string, Given> | null {
  const given: Record<string, Given> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string" && value.startsWith("$")) {
      given[name] = { kind: "field", field: value.slice(1) };
    } else if (fieldsIn(value).length === 0) {
      given[name] = { kind: "fixed", json: JSON.stringify(value) };
    } else {
      return null;
    }
  }
  return given;
}

/** Those that are joined by; who types a field into a fixed value joins by it, too. */
export function fieldsOf(given: Record<string, Given>): string[] {
  return [...new Set(fieldsIn(valuesOf(given)))];
}

/** The `$field`s of a value, however deep. */
function fieldsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return /^\$./.test(value) ? [value.slice(1)] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(fieldsIn) : [];
}

/** Null when one of them is no JSON, or no field was chosen where one should be. */
export function valuesOf(given: Record<string, Given>): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(given)) {
    if (each.kind === "field") {
      if (each.field === "") {
        return null;
      }
      values[name] = `$${each.field}`;
    } else if (each.kind === "fixed") {
      try {
        values[name] = JSON.parse(each.json);
      } catch {
        return null;
      }
    }
  }
  return values;
}
