import { wishFor } from './wish.ts';

describe('a wish', () => {
  let made = 0;
  const newKey = () => `key-${++made}`;

  it('keeps its key while the person wants the same', () => {
    const first = wishFor(undefined, { version: 1 }, newKey);
    expect(wishFor(first, { version: 1 }, newKey)).toBe(first);
  });

  it('gets another key when anything about it changed', () => {
    const first = wishFor(undefined, { version: 1, ticket: 'a' }, newKey);
    expect(wishFor(first, { version: 1, ticket: 'b' }, newKey).key).not.toBe(first.key);
  });
});
