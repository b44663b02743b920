import { REFUSALS } from '@guanhu/shared/kernel/refusals';
import { servedContracts } from './platform/http/endpoint.ts';
import { newId } from './platform/ids.ts';
import { EVERY_ENDPOINT } from './testing/every-endpoint.ts';
import { callers, expected, footprint, isPermission, type Caller, type Entry } from './testing/matrix.ts';
import { oneOfEverything, type Everything, type Things } from './testing/one-of-everything.ts';

const NOT_FOUND = refusalBody('NOT_FOUND_OR_NO_ACCESS');
const SIGN_IN = refusalBody('SIGN_IN_NEEDED');
function refusalBody(code: 'NOT_FOUND_OR_NO_ACCESS' | 'SIGN_IN_NEEDED') {
  const { status, say, retry } = REFUSALS[code];
  return { status, body: { code, say, retry } };
}
const nameOf = ({ contract: { route } }: Entry) => `${route.method} ${route.path}`;

let world: Everything;
let everybody: readonly Caller[];
let unknown: Things;
beforeAll(async () => {
  world = await oneOfEverything();
  everybody = await callers(world);
  unknown = { ...(Object.fromEntries(Object.keys(world.things).map(name => [name, newId()])) as Things), code: 'ABCD-EFGH' };
}, 120_000);
afterAll(() => world.county.close());

const knock = async (
  entry: Entry,
  { person }: Pick<Caller, 'person'>,
  things = world.things,
): Promise<{ status: number; body: unknown }> => {
  const { status, body } = await world.county.call(entry.contract.route, { ...entry.ask(things), ...(person ? { as: person } : {}) });
  return { status, body };
};
/** What each of them was answered. */
const answers = async (entry: Entry, knocking: readonly Caller[]) => {
  const told: Record<string, Awaited<ReturnType<typeof knock>>> = {};
  const waiting = [...knocking];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) told[next.label] = await knock(entry, next);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return told;
};
const each = <A>(knocking: readonly Caller[], answer: (caller: Caller) => A): Record<string, A> =>
  Object.fromEntries(knocking.map(caller => [caller.label, answer(caller)]));

it('has a line for every endpoint that is served, and no line without one', () => {
  const endpoints = servedContracts().map(contract => `${contract.route.method} ${contract.route.path}`);
  expect(EVERY_ENDPOINT.map(nameOf).sort()).toEqual([...endpoints].sort());
});

describe.each(EVERY_ENDPOINT.map(entry => [nameOf(entry), entry] as const))('%s', (_, entry) => {
  const { door } = entry.contract;
  if (door === 'public' || door === 'platform') {
    it('asks nobody to sign in', async () => {
      expect((await knock(entry, { person: undefined })).status).not.toBe(401);
    });
    return;
  }

  if (entry.shows) {
    const { shows } = entry;
    it('shows the thing to exactly those who may see it', async () => {
      const shown = await answers(entry, everybody);
      const seen = each(everybody, ({ label }) => [shown[label]?.status, JSON.stringify(shown[label]?.body).includes(shows(world.things))]);
      expect(seen).toEqual(each(everybody, caller => [caller.actor ? 200 : 401, expected(world, entry, caller)]));
      expect(everybody.some(caller => expected(world, entry, caller))).toBe(true);
    });
    return;
  }

  it('is closed to everybody else, who learn nothing and change nothing', async () => {
    const closed = everybody.filter(caller => !expected(world, entry, caller));
    const before = await footprint(world.county);
    expect(await answers(entry, closed)).toEqual(each(closed, ({ actor }) => (actor ? NOT_FOUND : SIGN_IN)));
    const stranger = closed.find(({ actor }) => actor);
    if (stranger) expect(await knock(entry, stranger, unknown)).toEqual(NOT_FOUND);
    expect(await footprint(world.county)).toEqual(before);
  });

  it('is open to those who may', async () => {
    const owners = (entry.owners?.(world) ?? []).map(person => ({ label: `owner ${person.name}`, person }));
    const open = [...everybody.filter(caller => expected(world, entry, caller)), ...owners];
    expect(open.length).toBeGreaterThan(0);
    for (const caller of open) {
      if (isPermission(door) && entry.about !== 'ownCounty' && entry.about !== 'ownPost')
        expect({ [caller.label]: await knock(entry, caller, unknown) }).toEqual({ [caller.label]: NOT_FOUND });
      const { status, body } = await knock(entry, caller);
      const { code } = (body ?? {}) as { code?: string };
      const wrong = status === 401 || status === 404 || status >= 500 || code === 'INPUT_INVALID' || code === 'KEY_REUSED';
      expect({ [caller.label]: wrong ? { status, body } : 'open' }).toEqual({ [caller.label]: 'open' });
    }
  });
});
