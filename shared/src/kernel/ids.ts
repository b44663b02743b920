/** A UUIDv7: made where the thing is first written down, on a phone without signal too. */
export type Id = string;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether `text` is a UUID in lower case. */
export const isId = (text: string): boolean => UUID.test(text);

/** The county: the tenant and the shard. A small positive integer that never changes, unlike the county's area code. */
export type CountyId = number;
