export type JsonObject = Readonly<Record<string, unknown>>;

/** The object written in `text`, or undefined when it is not JSON or not an object. */
export function jsonObject(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** `value` if it is an object and not an array. */
export const asObject = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

/** `value` if it is a string with something in it. */
export const asText = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** `value` if it is a whole number that JavaScript holds exactly. */
export const asWhole = (value: unknown): number | undefined => (Number.isSafeInteger(value) ? (value as number) : undefined);
