import { checkMessagePolicy } from './message-policy.rules.ts';

it('a lock screen names no illness and no medicine', () => {
  expect(checkMessagePolicy({ kind: 'message', what: { visit: '今天有走访', medication: '今天的事还没确认' } }).granted).toBe(true);
  expect(checkMessagePolicy({ kind: 'message', what: { visit: '今天有走访', medication: '该吃药了' } })).toEqual({
    granted: false,
    code: 'POLICY_WORDS_INDISCREET',
    fields: ['medication'],
  });
});
