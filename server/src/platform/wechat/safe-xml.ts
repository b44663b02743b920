import { XMLParser } from 'fast-xml-parser';
import type { JsonObject } from './json-object.ts';
import { asObject } from './json-object.ts';

/**
 * Elements and text only: entities stay as they are written, nothing becomes a number, attributes are dropped. It is lenient with broken
 * documents; that is enough, because nothing is believed of a message before its signature is checked.
 */
const parser = new XMLParser({ ignoreAttributes: true, processEntities: false, parseTagValue: false, trimValues: true });

/**
 * What is inside the `<xml>` element that the platform wraps a message in; undefined when there is none. A document that declares its own
 * types or entities is refused unread: the platform never sends one, and they are how XML attacks a reader.
 */
export function rootOfXml(text: string): JsonObject | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return undefined;
  try {
    return asObject(asObject(parser.parse(text))?.['xml']);
  } catch {
    return undefined;
  }
}
