import type { Sealed } from './sealed.ts';
import { MOST_A_KEY, withRoom } from './with-room.ts';

/** Storage that takes nothing while it is full. */
function full(isFreed: boolean) {
  const written: string[] = [];
  let isFull = true;
  const sealed: Sealed = {
    read: () => Promise.resolve(undefined),
    write: key => {
      if (isFull) return Promise.reject(new Error('exceed storage max size'));
      written.push(key);
      return Promise.resolve();
    },
    remove: () => Promise.resolve(),
  };
  const asked = { forRoom: 0 };
  const makeRoom = () => {
    asked.forRoom += 1;
    if (isFreed) isFull = false;
    return Promise.resolve();
  };
  return { written, asked, roomy: withRoom(sealed, makeRoom) };
}
/** JSON of so many characters, its quotes among them. */
const long = (characters: number) => 'a'.repeat(characters - 2);

it('gives up what can be had again for what somebody wrote, up to the longest that a key holds', async () => {
  const { written, asked, roomy } = full(true);
  await roomy.write('a', long(Math.floor(MOST_A_KEY)));
  expect(written).toEqual(['a']);
  expect(asked.forRoom).toBe(1);
});

it('gives up nothing for what no key can hold', async () => {
  const { written, asked, roomy } = full(true);
  await expect(roomy.write('a', long(Math.floor(MOST_A_KEY) + 1))).rejects.toThrow('exceed');
  expect(written).toEqual([]);
  expect(asked.forRoom).toBe(0);
});

it('says so when there is no room all the same', async () => {
  await expect(full(false).roomy.write('a', 'b')).rejects.toThrow('exceed');
});
