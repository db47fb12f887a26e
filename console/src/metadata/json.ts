declare global {
  interface JSON {
    /** Not in every browser yet. */
    rawJSON?: (text: string) => object;
    isRawJSON?: (value: unknown) => boolean;
  }
}

/** JavaScript holds as many; what has fewer, and no big exponent, need not be looked at. */
const DIGITS_HELD = 15;
const BIG = /\d[\d.]{15}|\de[+-]?\d{3}/i;

/** Below it digits are lost one after the other. */
const SMALLEST = 2 ** -1022;

/**
 * Reads JSON. A number that JavaScript would round stays as it is written, wherever the browser can: it stands for
 * itself, and is written again with all its digits.
 */
export function readJson(text: string): unknown {
  return JSON.rawJSON !== undefined && BIG.test(text) ? JSON.parse(text, unrounded) : JSON.parse(text);
}

function unrounded(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === "number" && source !== undefined && !isExact(source) ? JSON.rawJSON?.(source) : value;
}

/** Whether a number is still the same once JavaScript has read it. */
export function isExact(number: string): boolean {
  const digits = number.replace(/e.*$/i, "").replaceAll(/\D/g, "").replace(/^0+/, "");
  const size = Math.abs(Number(number));
  return digits.length <= DIGITS_HELD && Number.isFinite(size) && (size >= SMALLEST || digits === "");
}

export function isNumberAsWritten(value: unknown): boolean {
  return JSON.isRawJSON?.(value) === true;
}

export function parsedOr<T>(text: string, otherwise: T): unknown {
  try {
    return readJson(text);
  } catch {
    return otherwise;
  }
}

/** JSON as somebody types it: mostly not finished. Undefined as long as it is none. */
export function typedJson(text: string): unknown {
  return parsedOr(text, undefined);
}

/** Why it is no JSON, in the browser's words; null when it is. */
export function jsonFault(text: string): string | null {
  try {
    readJson(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
