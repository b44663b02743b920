import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CountyDatabase } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { ConfirmWrite } from './confirm.store.ts';
import { WriteTogether } from './write-together.ts';

const write = (more: Partial<ConfirmWrite> = {}): ConfirmWrite => ({
  patientId: newId(),
  sessionId: newId(),
  on: calendarDate('2026-06-15'),
  today: calendarDate('2026-06-15'),
  answer: 'taken',
  why: null,
  backfilled: false,
  tappedAt: new Date(0),
  now: new Date(0),
  mark: { key: newId(), personId: newId(), route: 'POST /', bodyDigest: Buffer.alloc(1) },
  keptAnswer: Buffer.alloc(1),
  taskKey: 'task',
  confirmationId: newId(),
  deed: { id: newId(), act: 'act', objectKind: 'kind', facts: {} },
  ...more,
});

/** A county that answers every statement after a moment, and notes which keys came together. */
function county(fails: (keys: string[]) => Error | undefined = () => undefined) {
  const statements: string[][] = [];
  const plannedOnce = async (_text: string, [, given]: readonly unknown[]) => {
    const keys = (JSON.parse(given as string) as { key: string }[]).map(({ key }) => key);
    statements.push(keys);
    await new Promise(resolve => setTimeout(resolve, 5));
    const error = fails(keys);
    if (error) throw error;
    return keys.map(key => ({ key, guards: true, regimen: null, answered_by: null, replayed: false, said: true }));
  };
  return { statements, database: { countyId: 1, plannedOnce } as unknown as CountyDatabase };
}
const inHand = () => Object.assign(new Error('duplicate key'), { constraint: 'kept_answer_pkey' });

describe('confirmations written together', () => {
  it('go at once when they come alone, and together when others are under way', async () => {
    const { statements, database } = county();
    const together = new WriteTogether();
    const writes = Array.from({ length: 130 }, () => write());
    const rows = await Promise.all(writes.map(one => together.confirm(database, one)));
    expect(rows.every(row => row?.said)).toBe(true);
    expect(statements.map(keys => keys.length)).toEqual([1, 1, 64, 64]);
    expect(statements.flat().sort()).toEqual(writes.map(({ mark }) => mark.key).sort());
  });

  it('never hold one key or one patient’s day twice', async () => {
    const { statements, database } = county();
    const together = new WriteTogether();
    const [first, second, third] = [write(), write(), write()];
    const sameKey = write({ mark: third.mark });
    const sameDay = write({ patientId: third.patientId });
    await Promise.all([first, second, third, sameKey, sameDay].map(one => together.confirm(database, one)));
    expect(statements.map(keys => keys.length)).toEqual([1, 1, 1, 2]);
  });

  it('are written one by one when one of them fails', async () => {
    const bad = write();
    const broken = write();
    const { statements, database } = county(keys =>
      keys.includes(broken.mark.key) ? new Error('broken') : keys.includes(bad.mark.key) ? inHand() : undefined,
    );
    const together = new WriteTogether();
    const others = Array.from({ length: 5 }, () => write());
    const outcomes = await Promise.allSettled([...others, bad, broken].map(one => together.confirm(database, one)));
    expect(outcomes.map(one => (one.status === 'fulfilled' ? one.value?.said : 'failed'))).toEqual([
      true,
      true,
      true,
      true,
      true,
      undefined,
      'failed',
    ]);
    expect(statements.map(keys => keys.length)).toEqual([1, 1, 5, 1, 1, 1, 1, 1]);
  });
});
