import { createHash } from 'node:crypto';
import type { JsonObject } from './json-object.ts';
import { asObject, asText, jsonObject } from './json-object.ts';
import { rootOfXml } from './safe-xml.ts';

/** Common to all: whose credit, of which template, when the platform says it happened. */
type About = {
  readonly openid: string;
  readonly templateId: string;
  readonly at: Date;
  /** The same for the same happening however often it is delivered: count it once. A digest; tells nothing of the person. */
  readonly key: string;
};

export type WechatEvent =
  /** The person answered our question: +1 credit on accept (long-term templates: subscribed). */
  | ({ readonly kind: 'popup'; readonly status: 'accept' | 'reject' } & About)
  /** The person changed a template in the settings of the mini-program: credit 0 on reject. */
  | ({ readonly kind: 'change'; readonly status: 'accept' | 'reject' } & About)
  /** What became of a message of ours. `errorCode` 0 = delivered. */
  | ({ readonly kind: 'sent'; readonly messageId: string; readonly errorCode: number; readonly errorStatus: string } & About)
  /** Something else that the console was told to push; `name` is the platform's event name. */
  | { readonly kind: 'other'; readonly name: string };

/**
 * The events in an opened message, in JSON or XML. The list stands at the top in JSON and inside an element named after the event in XML
 * (accepted both ways), as an array, or as a bare object when there is one only; `CreateTime` is text or a number of seconds.
 * Undefined when the message is not one of the platform's; an item without template or with an unknown status is left out.
 */
export function parseEvents(text: string): readonly WechatEvent[] | undefined {
  const message = text.trimStart().startsWith('<') ? rootOfXml(text) : jsonObject(text);
  const name = asText(message?.['Event']);
  if (message === undefined || name === undefined) return asText(message?.['MsgType']) === undefined ? undefined : [];
  const read = READERS.get(name);
  if (read === undefined) return [{ kind: 'other', name }];
  const openid = asText(message['FromUserName']);
  const at = instantOf(message['CreateTime']);
  if (openid === undefined || at === undefined) return undefined;
  return itemsOf(message, name).flatMap(item => {
    const templateId = asText(item['TemplateId']);
    if (templateId === undefined) return [];
    const parts = [
      name,
      openid,
      String(at.getTime()),
      templateId,
      textOf(item['SubscribeStatusString']) ?? '',
      textOf(item['MsgID']) ?? '',
    ];
    const key = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
    const event = read(item, { openid, templateId, at, key });
    return event === undefined ? [] : [event];
  });
}

type Reader = (item: JsonObject, about: About) => WechatEvent | undefined;
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['subscribe_msg_popup_event', (item, about) => answer('popup', item, about)],
  ['subscribe_msg_change_event', (item, about) => answer('change', item, about)],
  ['subscribe_msg_sent_event', delivery],
]);

function delivery(item: JsonObject, about: About): WechatEvent | undefined {
  const messageId = textOf(item['MsgID']);
  const errorCode = textOf(item['ErrorCode']);
  if (messageId === undefined || errorCode === undefined || !/^-?\d{1,9}$/.test(errorCode)) return undefined;
  return { kind: 'sent', ...about, messageId, errorCode: Number(errorCode), errorStatus: textOf(item['ErrorStatus']) ?? '' };
}

function answer(kind: 'popup' | 'change', item: JsonObject, about: About): WechatEvent | undefined {
  const status = item['SubscribeStatusString'];
  return status === 'accept' || status === 'reject' ? { kind, status, ...about } : undefined;
}

/** subscribe_msg_popup_event → SubscribeMsgPopupEvent, which may itself be repeated. */
function itemsOf(message: JsonObject, name: string): readonly JsonObject[] {
  const wrapper = name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const holders = message['List'] === undefined ? listed(message[wrapper]) : [message];
  return holders.flatMap(holder => listed(holder['List']));
}

function listed(value: unknown): readonly JsonObject[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.map(asObject).filter(one => one !== undefined);
}

const textOf = (value: unknown): string | undefined => (typeof value === 'number' ? String(value) : asText(value));

function instantOf(value: unknown): Date | undefined {
  const seconds = textOf(value);
  return seconds !== undefined && /^\d{1,10}$/.test(seconds) ? new Date(Number(seconds) * 1000) : undefined;
}
