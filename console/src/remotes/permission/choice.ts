/**
 * What a role may see of a remote schema: a set of coordinates. `User.name` is a field, an input field, an enum's value
 * or a union's member; `Query.user(id)` is an argument. A type is there once something of it is.
 */
export interface Choice {
  parts: ReadonlySet<string>;
  /** Of arguments and input fields, by coordinate: values that clients cannot give. */
  presets: ReadonlyMap<string, Preset>;
}

/** A session variable's name, or a value as it is written in GraphQL (texts without quotes). */
export interface Preset {
  kind: "session" | "fixed";
  text: string;
  /** The directive as it was read. It counts until the preset is edited: from the text alone its value is guessed. */
  written?: string;
  /** Whether the value was read from a text in quotes: so it stays one however much it looks like a number. */
  quoted?: boolean;
}

export const NOTHING: Choice = { parts: new Set(), presets: new Map() };

export function part(type: string, name: string): string {
  return `${type}.${name}`;
}

export function argument(type: string, field: string, name: string): string {
  return `${type}.${field}(${name})`;
}

/** The type of which it is a part. */
export function owner(coordinate: string): string {
  return coordinate.slice(0, coordinate.indexOf("."));
}

/** The field of an argument; null for what is no argument. */
export function fieldOf(coordinate: string): string | null {
  const at = coordinate.indexOf("(");
  return at < 0 ? null : coordinate.slice(0, at);
}

export function withPreset(choice: Choice, coordinate: string, preset: Preset | null): Choice {
  const presets = new Map(choice.presets);
  if (preset === null) {
    presets.delete(coordinate);
  } else {
    presets.set(coordinate, preset);
  }
  return { ...choice, presets };
}
