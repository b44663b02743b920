import { describe, expect, it } from '@jest/globals';
import { parseEvents } from './subscribe-events.ts';

const head = { ToUserName: 'gh_1', FromUserName: 'o-1', CreateTime: '1772323200', MsgType: 'event' };
const popup = (list: unknown, extra: object = {}) => JSON.stringify({ ...head, Event: 'subscribe_msg_popup_event', List: list, ...extra });
const accept = { TemplateId: 'tpl-1', SubscribeStatusString: 'accept', PopupScene: '0' };
const reject = { TemplateId: 'tpl-2', SubscribeStatusString: 'reject', PopupScene: '0' };
const AT = new Date('2026-03-01T00:00:00Z');

const xml = (event: string, inner: string) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o-1]]></FromUserName><CreateTime>1772323200</CreateTime>` +
  `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${event}]]></Event>${inner}</xml>`;
const item = (status: string, template: string) =>
  `<List><TemplateId><![CDATA[${template}]]></TemplateId><SubscribeStatusString><![CDATA[${status}]]></SubscribeStatusString><PopupScene>2</PopupScene></List>`;

const accepted = { kind: 'popup', status: 'accept', openid: 'o-1', templateId: 'tpl-1', at: AT };
const rejected = { kind: 'popup', status: 'reject', openid: 'o-1', templateId: 'tpl-2', at: AT };

describe('events of subscribe messages', () => {
  it.each([
    ['an array in JSON', popup([accept, reject])],
    [
      'one element holding the list in XML',
      xml(
        'subscribe_msg_popup_event',
        `<SubscribeMsgPopupEvent>${item('accept', 'tpl-1')}${item('reject', 'tpl-2')}</SubscribeMsgPopupEvent>`,
      ),
    ],
    [
      'repeated elements in XML',
      xml(
        'subscribe_msg_popup_event',
        `<SubscribeMsgPopupEvent>${item('accept', 'tpl-1')}</SubscribeMsgPopupEvent><SubscribeMsgPopupEvent>${item('reject', 'tpl-2')}</SubscribeMsgPopupEvent>`,
      ),
    ],
    ['a list at the top in XML', xml('subscribe_msg_popup_event', item('accept', 'tpl-1') + item('reject', 'tpl-2'))],
    [
      'a named holder in JSON',
      JSON.stringify({ ...head, Event: 'subscribe_msg_popup_event', SubscribeMsgPopupEvent: { List: [accept, reject] } }),
    ],
  ])('reads %s', (_, text) => {
    expect(parseEvents(text)).toMatchObject([accepted, rejected]);
  });

  it.each([
    ['JSON', popup(accept)],
    ['XML', xml('subscribe_msg_popup_event', `<SubscribeMsgPopupEvent>${item('accept', 'tpl-1')}</SubscribeMsgPopupEvent>`)],
  ])('reads a single item, which is no list in %s', (_, text) => {
    expect(parseEvents(text)).toMatchObject([accepted]);
  });

  it('takes the time as text or number', () => {
    expect(parseEvents(popup(accept, { CreateTime: 1_772_323_200 }))).toEqual(parseEvents(popup(accept)));
  });

  it('gives one happening one key, and two happenings two', () => {
    const keyOf = (text: string, index = 0) => {
      const event = parseEvents(text)?.[index];
      return event && 'key' in event ? event.key : '';
    };
    expect(keyOf(popup(accept))).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(popup(accept))).toBe(keyOf(popup([accept, reject])));
    const others = [
      popup([reject]),
      popup(accept, { CreateTime: '1772323201' }),
      popup(accept, { FromUserName: 'o-2' }),
      popup({ ...accept, SubscribeStatusString: 'reject' }),
    ];
    expect(new Set([popup(accept), ...others].map(text => keyOf(text))).size).toBe(5);
  });

  it('reads a withdrawal and a delivery report', () => {
    expect(parseEvents(JSON.stringify({ ...head, Event: 'subscribe_msg_change_event', List: reject }))).toMatchObject([
      { ...rejected, kind: 'change' },
    ]);
    const report = { TemplateId: 'tpl-1', MsgID: '1864323726461255681', ErrorCode: '0', ErrorStatus: 'success' };
    const delivered = {
      kind: 'sent',
      openid: 'o-1',
      templateId: 'tpl-1',
      messageId: '1864323726461255681',
      errorCode: 0,
      errorStatus: 'success',
    };
    expect(parseEvents(JSON.stringify({ ...head, Event: 'subscribe_msg_sent_event', List: [report] }))).toMatchObject([delivered]);
    const inner =
      '<SubscribeMsgSentEvent><List><TemplateId><![CDATA[tpl-1]]></TemplateId><MsgID>1864323726461255681</MsgID><ErrorCode>0</ErrorCode><ErrorStatus><![CDATA[success]]></ErrorStatus></List></SubscribeMsgSentEvent>';
    expect(parseEvents(xml('subscribe_msg_sent_event', inner))).toMatchObject([delivered]);
  });

  it('leaves out items it cannot use', () => {
    const odd = [{ ...accept, TemplateId: undefined }, { ...accept, SubscribeStatusString: 'maybe' }, 'x', null, accept];
    expect(parseEvents(popup(odd))).toMatchObject([accepted]);
    const report = { TemplateId: 'tpl-1', MsgID: '1', ErrorCode: 'x', ErrorStatus: '' };
    expect(parseEvents(JSON.stringify({ ...head, Event: 'subscribe_msg_sent_event', List: report }))).toEqual([]);
  });

  it('names other events and passes over messages that are none', () => {
    expect(parseEvents(JSON.stringify({ ...head, Event: 'debug_demo' }))).toEqual([{ kind: 'other', name: 'debug_demo' }]);
    expect(parseEvents(JSON.stringify({ ...head, Event: 'constructor' }))).toEqual([{ kind: 'other', name: 'constructor' }]);
    expect(parseEvents(JSON.stringify({ ...head, MsgType: 'text', Content: '你好' }))).toEqual([]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['no object', '[1]'],
    ['no message', '{}'],
    ['no person', popup(accept, { FromUserName: '' })],
    ['no time', popup(accept, { CreateTime: 'yesterday' })],
    ['broken XML', '<xml'],
    ['XML of another root', '<html><Event>x</Event></html>'],
    ['XML with entities of its own', `<!DOCTYPE xml [<!ENTITY a "subscribe_msg_popup_event">]>${xml('&a;', '')}`],
  ])('does not take %s', (_, text) => {
    expect(parseEvents(text)).toBeUndefined();
  });

  it('leaves entities as they are written', () => {
    expect(parseEvents(xml('a&amp;b', ''))).toEqual([{ kind: 'other', name: 'a&amp;b' }]);
  });
});
