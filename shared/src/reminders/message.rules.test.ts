import { isDiscreet } from '../policy/message-policy.rules.ts';
import { MESSAGE_WORDS, callInstead, messagePage } from './message.rules.ts';
import { PURPOSE_KEYS } from './reminders.terms.ts';

it.each(PURPOSE_KEYS)('a message about %s fits its template and tells a bystander nothing', purpose => {
  for (const words of Object.values(MESSAGE_WORDS[purpose])) {
    expect(Array.from(words).length).toBeLessThanOrEqual(20);
    expect(isDiscreet(words)).toBe(true);
  }
});

it.each(PURPOSE_KEYS)('the page of a %s message carries one id and no patient', purpose => {
  const page = messagePage(purpose, '01900000-0000-7000-8000-000000000001');
  expect(page).toMatch(/^(pages|packages)\/[a-z/]+\?(taskId|incidentId|entitlementId)=[0-9a-f-]{36}$/);
});

it('a family that cannot be written to is telephoned', () => {
  expect(PURPOSE_KEYS.map(callInstead)).toEqual(['messageNotSent', null, null, 'messageNotSent']);
});
