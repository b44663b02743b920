import { isDiscreet } from '../policy/message-policy.rules.ts';
import { callInstead, messagePage, messageWords, smsWords, templatesOf } from './message.rules.ts';
import { OPENED_PAGES, PURPOSE_KEYS } from './reminders.terms.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const MESSAGE = '01900000-0000-7000-8000-000000000002';
const SENT = { messageId: MESSAGE, countyId: 7 };
const cases = PURPOSE_KEYS.flatMap(purpose => [0, 1, 2, 99, 12_345].map(count => [purpose, count] as const));

it('says of an incident that became worse that it did, and tells a bystander nothing', () => {
  const { what } = messageWords({ purpose: 'incident', count: 1, worse: true });
  expect(what).not.toBe(messageWords({ purpose: 'incident', count: 1 }).what);
  expect(isDiscreet(what) && isDiscreet(smsWords({ purpose: 'incident', what }))).toBe(true);
  expect(Array.from(what).length).toBeLessThanOrEqual(20);
  expect(Array.from(smsWords({ purpose: 'incident', what, again: true })).length).toBeLessThanOrEqual(60);
});

it.each(cases)('a message about %s, %i of them, fits its template and tells a bystander nothing', (purpose, count) => {
  for (const words of [
    ...Object.values(messageWords({ purpose, count })),
    smsWords({ purpose, what: messageWords({ purpose, count }).what }),
  ])
    expect(isDiscreet(words)).toBe(true);
  for (const words of Object.values(messageWords({ purpose, count }))) expect(Array.from(words).length).toBeLessThanOrEqual(20);
  // One text message has 70 characters, the sender's name included.
  expect(Array.from(smsWords({ purpose, what: messageWords({ purpose, count }).what })).length).toBeLessThanOrEqual(60);
});

it('an alarm that may have come before says that it is the same, as discreetly', () => {
  const note = messageWords({ purpose: 'incident', count: 1, again: true }).note;
  const text = smsWords({ purpose: 'incident', what: messageWords({ purpose: 'incident', count: 1 }).what, again: true });
  for (const words of [note, text]) expect([words.includes('同一条情况'), isDiscreet(words)]).toEqual([true, true]);
  expect(Array.from(note).length).toBeLessThanOrEqual(20);
  expect(Array.from(text).length).toBeLessThanOrEqual(60);
});

it('sends an office to its computer only for what cannot be decided on the phone', () => {
  const words = (opens?: (typeof OPENED_PAGES)[number]) => {
    const page = messagePage({ purpose: 'review', objectId: ID }, SENT, opens);
    return messageWords({ purpose: 'review', count: 1, page });
  };
  expect(words().note).toContain('电脑');
  for (const opens of ['minutes', 'transfer', 'handovers', 'costs', 'clue'] as const) {
    expect(words(opens).note).not.toContain('电脑');
    for (const text of Object.values(words(opens))) expect([isDiscreet(text), Array.from(text).length <= 20]).toEqual([true, true]);
  }
  expect(words('minutes').what).toContain('会签');
  expect(words('transfer').what).toBe(words().what);
});

it('says how many when there are several', () => {
  expect(messageWords({ purpose: 'task', count: 1 }).what).not.toMatch(/\d/);
  expect(messageWords({ purpose: 'task', count: 3 }).what).toContain('3件');
  expect(messageWords({ purpose: 'visit', count: 2 }).what).toContain('2件');
});

it.each(PURPOSE_KEYS)('the page of a %s message carries one id, its own, and no patient', purpose => {
  expect(messagePage({ purpose, objectId: purpose === 'overdue' ? null : ID }, SENT)).toMatch(
    /^(pages|packages)\/[a-z/]+\?((taskId|incidentId|entitlementId)=[0-9a-f-]{36}&)?m=[0-9a-f-]{36}&c=7$/,
  );
});

it('a message about the reward, or to an office that decides on the phone, opens what it is about, with one id and no patient', () => {
  const page = (opens: (typeof OPENED_PAGES)[number]) => messagePage({ purpose: 'notice', objectId: ID }, SENT, opens);
  expect(OPENED_PAGES.map(page)).toEqual([
    `packages/agreements/application/index?applicationId=${ID}&m=${MESSAGE}&c=7`,
    `packages/agreements/agreement/index?agreementId=${ID}&m=${MESSAGE}&c=7`,
    `pages/agreement/index?m=${MESSAGE}&c=7`,
    `packages/relief/application/index?reliefId=${ID}&m=${MESSAGE}&c=7`,
    `packages/meetings/meeting/index?meetingId=${ID}&m=${MESSAGE}&c=7`,
    `packages/transfers/transfer/index?transferId=${ID}&m=${MESSAGE}&c=7`,
    `packages/transfers/waiting/index?m=${MESSAGE}&c=7`,
    `packages/relief/costs/index?m=${MESSAGE}&c=7`,
    `packages/screening/review/index?clueId=${ID}&m=${MESSAGE}&c=7`,
    `packages/rights/rights/index?m=${MESSAGE}&c=7`,
  ]);
});

it('a message about several things opens the list, not one of them', () => {
  expect(messagePage({ purpose: 'task', objectId: null }, SENT)).toBe(`pages/today/index?m=${MESSAGE}&c=7`);
});

it('a family that cannot be written to is telephoned; staff see it in their list', () => {
  expect(PURPOSE_KEYS.filter(purpose => callInstead(purpose) !== null)).toEqual(['medication', 'payout', 'notice']);
});

it('a day with visits may use the template of any task, and no other may be mixed up', () => {
  expect(PURPOSE_KEYS.map(templatesOf)).toEqual([
    ['medication'],
    ['visit', 'task'],
    ['task'],
    ['task'],
    ['incident'],
    ['incident'],
    ['task'],
    ['payout'],
    ['task'],
    ['task'],
    ['task'],
  ]);
});
