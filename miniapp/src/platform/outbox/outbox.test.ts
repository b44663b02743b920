import { UNREACHED, type Answer } from '../api/answer.ts';
import type { Sealed } from '../storage/sealed/sealed.ts';
import { MOST_A_KEY, withRoom } from '../storage/sealed/with-room.ts';
import { MANY_TRIES, stuckOf } from './outbox.rules.ts';
import { Outbox, type Intent } from './outbox.ts';
import { StoredOutbox } from './stored-outbox.ts';

const intent = (key: string, more: Partial<Intent> = {}): Intent => ({
  key,
  personId: 'me',
  method: 'POST',
  url: '/x',
  body: { key },
  what: '服药确认',
  madeAt: '2026-11-22T00:00:00.000Z',
  ...more,
});
const refused: Answer<unknown> = {
  ok: false,
  refusal: { code: 'TASK_CLOSED', say: '已经办好了', retry: false, fields: [], unreached: false },
};

/** A phone whose storage outlives the outbox, as through a crash. */
function phone() {
  const storage = new Map<string, string>();
  /** Characters of storage; copies of answers take a part of them. */
  const room = { left: Infinity, copies: 0 };
  const sealed: Sealed = {
    read: <T>(key: string) => Promise.resolve(storage.has(key) ? (JSON.parse(storage.get(key) ?? '') as T) : undefined),
    write: async (key, value) => {
      await Promise.resolve();
      const text = JSON.stringify(value);
      if (text.length > MOST_A_KEY) throw new Error('entry size limit reached');
      let taken = text.length;
      for (const [each, kept] of storage) if (each !== key) taken += kept.length;
      if (taken > room.left - room.copies) throw new Error('exceed storage max size');
      storage.set(key, text);
    },
    remove: key => Promise.resolve(void storage.delete(key)),
  };
  const makeRoom = () => {
    room.copies = 0;
    return Promise.resolve();
  };
  const open = () => new StoredOutbox(withRoom(sealed, makeRoom));
  const sent: string[] = [];
  const gone: string[] = [];
  let answers: (one: Intent) => Answer<unknown> | Promise<Answer<unknown>> = () => ({ ok: true, value: 'done' });
  let personId: string | undefined = 'me';
  /** Where what waits is handed in, once its person cannot come back. */
  let office: ((one: Intent) => Answer<unknown>) | undefined;
  const start = () => {
    const stored = open();
    return new Outbox({
      load: () => stored.load(),
      save: state => stored.save(state),
      send: async one => {
        sent.push(one.key);
        return await answers(one);
      },
      personId: () => personId,
      handIn: one => (office === undefined || personId !== undefined ? undefined : Promise.resolve(office(one))),
      gone: (one, how) => gone.push(`${one.key} ${how}`),
    });
  };
  return {
    storage,
    /** What would be there after a crash. */
    kept: () => open().load(),
    room,
    sent,
    gone,
    start,
    answer: (next: typeof answers) => {
      answers = next;
    },
    signIn: (next: string | undefined) => {
      personId = next;
    },
    handInTo: (next: typeof office) => {
      office = next;
    },
  };
}

describe('the outbox', () => {
  it('is on the phone before it is sent, and gone when the server did it', async () => {
    const one = phone();
    one.answer(async () => {
      expect((await one.kept())?.waiting).toHaveLength(1);
      return { ok: true, value: { id: 7 } };
    });
    await expect(one.start().submit(intent('a'))).resolves.toEqual({ at: 'saved', value: { id: 7 } });
    expect(await one.kept()).toEqual({ waiting: [], refused: [] });
  });

  it('shows at once that it waits, and sends nothing that would not outlive a crash', async () => {
    const one = phone();
    const outbox = one.start();
    const outcome = outbox.submit(intent('a'));
    expect(outbox.state().waiting.map(({ key }) => key)).toEqual(['a']);
    one.answer(async () => {
      expect((await one.kept())?.waiting.map(({ key }) => key)).toEqual(['a']);
      return { ok: true, value: null };
    });
    await Promise.all([outbox.flush(), outcome]);
    expect(one.sent).toEqual(['a']);
  });

  it('keeps what could not be sent through a crash, and sends it with the same key', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    await expect(one.start().submit(intent('a'))).resolves.toEqual({ at: 'queued' });
    one.answer(() => ({ ok: true, value: null }));
    const after = one.start();
    await after.flush();
    expect(one.sent).toEqual(['a', 'a']);
    expect(after.state().waiting).toEqual([]);
  });

  it('sends a call for help before what was meant earlier', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('first'));
    one.answer(() => ({ ok: true, value: null }));
    await outbox.submit(intent('help', { urgent: true }));
    expect(one.sent).toEqual(['first', 'help', 'first']);
  });

  it('sends a picture in its turn when what is meant after it rests on it', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('paper', { photo: 'kept', leads: true }));
    await outbox.submit(intent('picture', { photo: 'kept' }));
    await outbox.submit(intent('application'));
    one.sent.length = 0;
    one.answer(() => ({ ok: true, value: null }));
    await outbox.flush();
    expect(one.sent).toEqual(['paper', 'application', 'picture']);
  });

  it('sends pictures last, and keeps them until they have arrived', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('picture', { photo: 'kept' }));
    one.answer(({ key }) => (key === 'picture' ? { ok: false, refusal: UNREACHED } : { ok: true, value: null }));
    one.sent.length = 0;
    await outbox.submit(intent('record'));
    expect(one.sent).toEqual(['record', 'picture']);
    expect(one.gone).toEqual(['record done']);
    expect(outbox.state().waiting.map(({ key, photo }) => ({ key, photo }))).toEqual([{ key: 'picture', photo: 'kept' }]);
    one.answer(() => ({ ok: true, value: null }));
    await outbox.flush();
    expect(one.gone).toEqual(['record done', 'picture done']);
  });

  it('keeps a picture that was refused later until the person has let it be, or it has arrived after all', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    for (const key of ['wanted', 'unwanted']) await outbox.submit(intent(key, { photo: key }));
    one.answer(() => refused);
    await outbox.flush();
    await outbox.retry('wanted');
    expect(one.gone).toEqual([]);
    one.answer(() => ({ ok: true, value: null }));
    await outbox.retry('wanted');
    await outbox.dismiss('unwanted');
    expect(one.gone).toEqual(['wanted done', 'unwanted dropped']);
  });

  it('keeps no picture whose page was told at once that it was refused', async () => {
    const one = phone();
    one.answer(() => refused);
    await one.start().submit(intent('picture', { photo: 'kept' }));
    expect(one.gone).toEqual(['picture dropped']);
  });

  it('tells the page that waits why it was refused, and nobody else', async () => {
    const one = phone();
    one.answer(() => refused);
    const outbox = one.start();
    await expect(outbox.submit(intent('a'))).resolves.toMatchObject({ at: 'refused', refusal: { code: 'TASK_CLOSED' } });
    expect(outbox.state()).toEqual({ waiting: [], refused: [] });
  });

  it('keeps a refusal that came later until the person has seen it', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    one.answer(() => refused);
    await outbox.flush();
    expect(outbox.state()).toMatchObject({ waiting: [], refused: [{ intent: { key: 'a' }, say: '已经办好了' }] });
    await outbox.dismiss('a');
    expect((await one.kept())?.refused).toEqual([]);
  });

  it('tells a page that was told "queued" what became of it later', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    const later = outbox.settled('a');
    one.answer(() => ({ ok: true, value: { id: 9 } }));
    await outbox.flush();
    await expect(later).resolves.toEqual({ at: 'saved', value: { id: 9 } });
  });

  it('never sends one person’s words under another person’s session', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    one.signIn('somebody else');
    one.answer(() => ({ ok: true, value: null }));
    await outbox.flush();
    expect(outbox.state().waiting).toHaveLength(1);
    one.signIn('me');
    await outbox.flush();
    expect(outbox.state().waiting).toHaveLength(0);
  });

  it('hands in what waits once its person cannot come back, and keeps what the office could not be given', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    for (const key of ['a', 'b']) await outbox.submit(intent(key));
    one.signIn(undefined);
    await outbox.flush();
    expect(outbox.state().waiting).toHaveLength(2);
    one.handInTo(({ key }) => (key === 'a' ? { ok: true, value: null } : refused));
    await outbox.flush();
    expect(await one.kept()).toEqual({ waiting: [intent('b')], refused: [], handedIn: 1 });
    // Through a crash it is still said, until somebody has read it.
    const again = one.start();
    await again.flush();
    expect(again.state().handedIn).toBe(1);
    await again.dismissHandedIn();
    expect(again.state()).toEqual({ waiting: [intent('b')], refused: [] });
  });

  it('does not call queued what was submitted while another was on its way', async () => {
    const one = phone();
    one.answer(async () => {
      await new Promise(resolve => setTimeout(resolve, 5));
      return { ok: true, value: null };
    });
    const outbox = one.start();
    const both = await Promise.all([outbox.submit(intent('a')), outbox.submit(intent('b'))]);
    expect(both.map(each => each.at)).toEqual(['saved', 'saved']);
    expect(one.sent).toEqual(['a', 'b']);
  });

  it('sends each once though it is flushed from several places at the same time', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    one.sent.length = 0;
    one.answer(async () => {
      await new Promise(resolve => setTimeout(resolve, 5));
      return { ok: true, value: null };
    });
    await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
    expect(one.sent).toEqual(['a']);
  });

  it('sends what was refused once more when the person means it all the same, under the same key', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    one.answer(() => refused);
    await outbox.flush();
    one.answer(() => ({ ok: true, value: null }));
    await outbox.retry('a');
    expect(one.sent).toEqual(['a', 'a', 'a']);
    expect(outbox.state()).toEqual({ waiting: [], refused: [] });
  });

  it('gives up copies for what somebody wrote when the phone is full', async () => {
    const one = phone();
    Object.assign(one.room, { left: 5_000, copies: 4_900 });
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    expect(one.room.copies).toBe(0);
    expect((await one.kept())?.waiting.map(({ key }) => key)).toEqual(['a']);
    expect(outbox.state().unsafe).toBeUndefined();
  });

  it('drops nothing when the phone is full: it is sent from memory, and until then the person is told', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('a'));
    one.room.left = 0;
    await expect(outbox.submit(intent('b'))).resolves.toEqual({ at: 'queued' });
    expect(outbox.state()).toMatchObject({ unsafe: true, waiting: [{ key: 'a' }, { key: 'b' }] });
    expect((await one.kept())?.waiting.map(({ key }) => key)).toEqual(['a']);
    one.sent.length = 0;
    one.answer(() => ({ ok: true, value: null }));
    one.room.left = Infinity;
    await outbox.flush();
    expect(one.sent).toEqual(['a', 'b']);
    expect(outbox.state()).toEqual({ waiting: [], refused: [] });
  });

  describe('with something that the server can do nothing with', () => {
    const undigested: Answer<unknown> = {
      ok: false,
      refusal: { code: 'INTERNAL', say: '系统出错了', retry: true, fields: [], unreached: true, undigested: true },
    };

    it('goes on with the others, keeps it and what rests on it, and says so after many rounds', async () => {
      const one = phone();
      one.answer(() => ({ ok: false, refusal: UNREACHED }));
      const outbox = one.start();
      await outbox.submit(intent('visit'));
      await outbox.submit(intent('record', { url: '/visits/visit/record' }));
      await outbox.submit(intent('reading', { url: '/visits/visit/record/read', body: { of: 'record' } }));
      await outbox.submit(intent('other'));
      one.sent.length = 0;
      one.answer(({ key }) => (key === 'visit' ? undigested : { ok: true, value: null }));
      await outbox.flush();
      expect(one.sent).toEqual(['visit', 'other']);
      expect(outbox.state().waiting.map(({ key }) => key)).toEqual(['visit', 'record', 'reading']);
      // The rounds are counted through a crash.
      const again = one.start();
      for (let round = 2; round <= MANY_TRIES; round += 1) {
        expect(stuckOf(again.state())).toEqual([]);
        await again.flush();
      }
      expect(stuckOf(again.state())).toEqual([{ intent: intent('visit'), say: '系统出错了' }]);
      one.answer(() => ({ ok: true, value: null }));
      await again.flush();
      expect(one.sent.slice(-3)).toEqual(['visit', 'record', 'reading']);
      expect(await one.kept()).toEqual({ waiting: [], refused: [] });
    });

    it('goes on with nothing when nobody was reached', async () => {
      const one = phone();
      one.answer(() => ({ ok: false, refusal: UNREACHED }));
      const outbox = one.start();
      for (const key of ['a', 'b']) await outbox.submit(intent(key));
      one.sent.length = 0;
      await outbox.flush();
      expect(one.sent).toEqual(['a']);
      expect(outbox.state()).toEqual({ waiting: [intent('a'), intent('b')], refused: [] });
    });

    it('does not send what the person has given up while others were on their way', async () => {
      const one = phone();
      one.answer(() => ({ ok: false, refusal: UNREACHED }));
      const outbox = one.start();
      for (const key of ['a', 'b']) await outbox.submit(intent(key));
      one.sent.length = 0;
      one.answer(async () => {
        await outbox.giveUp('b');
        return { ok: true, value: null };
      });
      await outbox.flush();
      expect(one.sent).toEqual(['a']);
      expect(await one.kept()).toEqual({ waiting: [], refused: [] });
    });

    it('lets go of it when the person waits no longer, and what rested on it has its try', async () => {
      const one = phone();
      one.answer(() => undigested);
      const outbox = one.start();
      await outbox.submit(intent('paper', { photo: 'kept', leads: true, body: { attachmentId: 'page' } }));
      await outbox.submit(intent('application', { body: { files: ['page'] } }));
      expect(one.sent).toEqual(['paper', 'paper']);
      await outbox.giveUp('paper');
      expect(one.gone).toEqual(['paper dropped']);
      one.answer(() => refused);
      await outbox.flush();
      expect(await one.kept()).toMatchObject({ waiting: [], refused: [{ intent: { key: 'application' } }] });
    });
  });

  describe('with spoken notes of a minute', () => {
    const note = (key: string) => intent(key, { body: { voice: 'a'.repeat(480_000) } });

    it('keeps every one of them and what is tapped after them through a crash, and gives up no copies', async () => {
      const one = phone();
      Object.assign(one.room, { left: 7_000_000, copies: 4_900_000 });
      one.answer(() => ({ ok: false, refusal: UNREACHED }));
      const outbox = one.start();
      for (const key of ['a', 'b', 'c']) await outbox.submit(note(key));
      await outbox.submit(intent('tap'));
      expect(outbox.state().unsafe).toBeUndefined();
      expect(one.room.copies).toBe(4_900_000);
      one.answer(({ key }) => (key === 'b' ? refused : { ok: true, value: null }));
      const after = one.start();
      await after.flush();
      expect(after.state()).toMatchObject({ waiting: [], refused: [{ intent: note('b'), say: '已经办好了' }] });
      expect(await one.kept()).toEqual(after.state());
    });

    it('gives the place of each free when it is done', async () => {
      const one = phone();
      one.answer(() => ({ ok: false, refusal: UNREACHED }));
      const outbox = one.start();
      for (const key of ['a', 'b']) await outbox.submit(note(key));
      one.answer(() => ({ ok: true, value: null }));
      await outbox.flush();
      expect([...one.storage.keys()]).toEqual(['outbox']);
    });

    it('keeps what is tapped after one that no key can hold, gives up no copies for it, and says that it is not safe', async () => {
      const one = phone();
      Object.assign(one.room, { left: 7_000_000, copies: 1_000_000 });
      one.answer(() => ({ ok: false, refusal: UNREACHED }));
      const outbox = one.start();
      await outbox.submit(intent('long', { body: { voice: 'a'.repeat(MOST_A_KEY) } }));
      await outbox.submit(intent('tap'));
      expect(one.room.copies).toBe(1_000_000);
      expect(outbox.state()).toMatchObject({ unsafe: true, waiting: [{ key: 'long' }, { key: 'tap' }] });
      expect((await one.kept())?.waiting).toEqual([intent('tap')]);
    });
  });

  it('goes on with what an earlier version of the app left', async () => {
    const one = phone();
    const state = { waiting: [intent('a'), intent('b')], refused: [{ intent: intent('c'), say: '已经办好了' }] };
    one.storage.set('outbox', JSON.stringify(state));
    one.answer(({ key }) => (key === 'a' ? { ok: true, value: null } : { ok: false, refusal: UNREACHED }));
    const outbox = one.start();
    await outbox.submit(intent('d'));
    expect(await one.kept()).toEqual({ ...state, waiting: [intent('b'), intent('d')] });
    expect([...one.storage.keys()]).toEqual(['outbox', 'outbox:d']);
  });

  it('sends each of ten once through a crash in the middle', async () => {
    const one = phone();
    one.answer(() => ({ ok: false, refusal: UNREACHED }));
    const before = one.start();
    const keys = Array.from({ length: 10 }, (_, n) => `k${String(n)}`);
    for (const key of keys) await before.submit(intent(key));
    const arrived = new Set<string>();
    one.sent.length = 0;
    // The server has the fifth, and the signal goes before its answer is here.
    one.answer(({ key }) => {
      if (key === 'k4' && !arrived.has(key)) {
        arrived.add(key);
        return { ok: false, refusal: UNREACHED };
      }
      arrived.add(key);
      return { ok: true, value: null };
    });
    await before.flush();
    const after = one.start();
    await after.flush();
    expect(one.sent.filter(key => key !== 'k4')).toEqual(keys.filter(key => key !== 'k4'));
    expect([...arrived]).toEqual(keys);
    expect(after.state().waiting).toEqual([]);
  });
});
