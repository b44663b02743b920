import { waitsFor } from './waiting.rules.ts';

it.each([
  ['/reward-applications/1', true],
  ['/reward-applications/1/objection', true],
  ['/reward-applications/12/objection', false],
  ['/relief/1/objection', false],
])('what waits at %s is about the application: %s', (url, about) => {
  expect(waitsFor('/reward-applications/1', [{ url }])).toBe(about);
});

it('knows nothing of what has gone', () => {
  expect(waitsFor('/reward-applications/1', [])).toBe(false);
});
