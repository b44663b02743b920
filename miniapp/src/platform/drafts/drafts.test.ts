import type { Sealed } from '../storage/sealed/sealed.ts';
import { withRoom } from '../storage/sealed/with-room.ts';
import { Drafts } from './drafts.ts';

/** A phone with room for so many writes. */
function phone(rooms = Infinity) {
  const storage = new Map<string, string>();
  let room = rooms;
  const sealed: Sealed = {
    read: <T>(key: string) => Promise.resolve(storage.has(key) ? (JSON.parse(storage.get(key) ?? '') as T) : undefined),
    write: (key, value) => {
      if (room <= 0) return Promise.reject(new Error('full'));
      room -= 1;
      storage.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    remove: key => Promise.resolve(void storage.delete(key)),
  };
  return { sealed, makeRoom: () => Promise.resolve(void (room = 1)) };
}
const opened = async ({ sealed, makeRoom }: ReturnType<typeof phone>, personId: string) => {
  const drafts = new Drafts(withRoom(sealed, makeRoom));
  await drafts.open(personId);
  return drafts;
};

it('has a form again after a crash, and nobody else has it', async () => {
  const one = phone();
  const first = await opened(one, 'a');
  first.save('a', 'visit:1', { text: '写了一半' });
  await first.written();
  expect((await opened(one, 'a')).of('a', 'visit:1')).toEqual({ text: '写了一半' });
  const other = await opened(one, 'b');
  expect([other.of('b', 'visit:1'), other.of('a', 'visit:1')]).toEqual([undefined, undefined]);
});

it('drops a form of somebody who has left, and leaves the other’s', async () => {
  const one = phone();
  const drafts = await opened(one, 'a');
  drafts.save('a', 'visit:1', 1);
  drafts.save('a', 'visit:2', 2);
  await drafts.written();
  await drafts.open('b');
  drafts.save('b', 'visit:1', 3);
  drafts.drop('a', 'visit:1');
  await drafts.written();
  expect(drafts.of('b', 'visit:1')).toBe(3);
  const again = await opened(one, 'a');
  expect([again.of('a', 'visit:1'), again.of('a', 'visit:2')]).toEqual([undefined, 2]);
});

it('keeps what is typed while the forms are still being opened, and makes room on a full phone', async () => {
  const full = phone(0);
  const drafts = await opened(full, 'a');
  drafts.save('a', 'visit:1', '新写的');
  await drafts.open('a');
  expect(drafts.of('a', 'visit:1')).toBe('新写的');
  await drafts.written();
  expect((await opened(full, 'a')).of('a', 'visit:1')).toBe('新写的');
});
