import { ROLE_LEVELS, ROLES, type Actor, type ActorPost, type Role } from '@guanhu/shared/access/access.terms';
import { signOut } from '@guanhu/shared/access/access.routes';
import { may, type Permission, type Ties } from '@guanhu/shared/access/permissions.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import type { Contract } from '@guanhu/shared/kernel/contract';
import type { BodyOf, ParamsOf, QueryOf, Route } from '@guanhu/shared/kernel/route';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { TestDatabase } from '../../../tools/test-database.mjs';
import type { TestCounty, TestPerson } from './county.ts';
import type { Everything, Things } from './one-of-everything.ts';

/** Somebody who knocks at every door: as the server knows them by their token, and as the table of permissions sees them. */
export type Caller = {
  readonly label: string;
  readonly person: TestPerson | undefined;
  /** `undefined`: nobody is signed in. */
  readonly actor: Actor | undefined;
  /** The area that is the caller's county. */
  readonly root: Id;
};

/** What permission is asked about; `destination`, `eitherSide`: of the handover that waits; `throughoutTownship`: the township and every village in it; `ownCounty`, `ownPost`: nothing in particular of the caller's county, of the area of their post. */
export type About = TiedAbout | 'ownCounty' | 'ownPost';
type TiedAbout = 'patient' | 'agreement' | 'township' | 'throughoutTownship' | 'county' | 'destination' | 'eitherSide';

type Asked<R extends Route> = { params?: ParamsOf<R>; query?: QueryOf<R>; body?: BodyOf<R> };
export type Entry = {
  readonly contract: Contract;
  /** A request that is right in itself, about these things. */
  readonly ask: (things: Things) => Asked<Route>;
  readonly about?: About;
  /** A list: everybody gets one, and this thing stands in it for those who may. */
  readonly shows?: (things: Things) => string;
  /** Of a door that asks who one is: the persons whose thing it is. Absent: everybody has one of their own. */
  readonly owners?: (world: Everything) => readonly TestPerson[];
  /** Of a door that asks whether one has a post at all, in whatever place. */
  readonly posted?: true;
};
/** One line of the matrix, its request checked against the route's types. */
export const line =
  <const C extends Contract>(contract: C) =>
  (ask: (things: Things) => Asked<C['route']>, rest: Omit<Entry, 'contract' | 'ask'> = {}): Entry => ({ contract, ask, ...rest });

export const isPermission = (door: Contract['door']): door is Permission => door.includes(':');

export function tiesOf({ county, ward, team, self }: Everything, about: TiedAbout): Ties {
  const { countyId, areas } = county;
  const township = [areas.county, areas.township];
  const people = { team: Object.values(team).map(({ id }) => id), guardians: [ward.guardian.id], self: [self.id], helpers: [] };
  if (about === 'patient') return { countyId, areaPath: [...township, areas.village], ...people };
  const there = [areas.county, areas.otherTownship, areas.farVillage];
  if (about === 'destination') return { countyId, areaPath: there };
  if (about === 'throughoutTownship') return { countyId, areaPath: [...township, areas.village, areas.otherVillage] };
  if (about === 'eitherSide') return { countyId, areaPath: [...township, areas.village, ...there] };
  // An agreement concerns its township and its guardian, not the team.
  if (about === 'agreement') return { countyId, areaPath: [...township, areas.village], ...people, team: [] };
  return { countyId, areaPath: about === 'township' ? township : [areas.county] };
}

/** Whether the table lets the caller through this line. */
export function expected(
  world: Everything,
  { contract: { door }, about, owners, posted }: Entry,
  { actor, person, root }: Caller,
): boolean {
  if (!actor) return false;
  // The deputy stands in for somebody with a post.
  if (posted) return actor.posts.length > 0 || person?.id === world.deputy.id;
  if (owners) return owners(world).some(({ id }) => id === person?.id);
  if (!isPermission(door) || about === undefined) return !isPermission(door);
  const { countyId, posts } = actor;
  if (about === 'ownCounty') return may(actor, door, { countyId, areaPath: [root] });
  if (about === 'ownPost') return may(actor, door, { countyId, areaPath: posts.map(post => post.areaId) });
  return may(actor, door, tiesOf(world, about));
}

/** Every role at home, next door and in another county; the people around a patient; and those who are nobody here. */
export async function callers(world: Everything): Promise<Caller[]> {
  const { county, team, deputy, ward, otherWard, self } = world;
  const neighbour = await county.neighbour(2);
  // A version is known by kind and number: the other county has one of the same.
  const policy = SHIPPED_VISIT_POLICIES.fourColours.policy;
  await neighbour.call(setPolicy, {
    as: await neighbour.person({ role: 'administrator', area: neighbour.areas.county }),
    params: { kind: 'visit' },
    body: { effectiveOn: addDays(neighbour.clock.today(), 1), after: 0, policy },
  });
  const all: Caller[] = [];
  const add = (label: string, person: TestPerson | undefined, at: TestCounty, posts: readonly ActorPost[] = [], actingFor: Id[] = []) =>
    all.push({
      label,
      person,
      root: at.areas.county,
      actor: person && { countyId: at.countyId, personId: person.id, sessionId: '', channel: 'phone', posts, actingFor },
    });
  const officer = async (role: Role, where: string, at: TestCounty, area: Id) =>
    add(`${role} ${where}`, await at.person({ role, area }), at, [{ role, areaId: area, organisationId: null }]);

  for (const role of Object.keys(ROLES) as Role[]) {
    const level = ROLE_LEVELS[role].includes('township') ? 'township' : 'county';
    await officer(role, 'here', county, county.areas[level]);
    if (level === 'township') await officer(role, 'next door', county, county.areas.otherTownship);
    await officer(role, 'in another county', neighbour, neighbour.areas[level]);
  }
  await officer('mentalHealthDoctor', 'of the village', county, county.areas.village);
  await officer('mentalHealthDoctor', 'of the village beside', county, county.areas.otherVillage);
  for (const [seat, person] of Object.entries(team)) add(`${seat} of the team`, person, county);
  // Stands in for a grid worker of the village besides, and holds that post as long.
  const standIn = [{ role: 'gridWorker', areaId: county.areas.village, organisationId: null }] as const;
  add('deputy of the grid worker', deputy, county, standIn, [team.gridWorker.id]);
  add('guardian', ward.guardian, county);
  add('the patient', self, county);
  add('guardian of another', otherWard.guardian, county);
  add('person without anything', await county.person(), county);
  add('guardian’s neighbour', await neighbour.person(), neighbour);

  const ended = await county.person({ role: 'socialAffairsOfficer' });
  await county.call(signOut, { as: ended });
  add('nobody', undefined, county);
  return [...all, { label: 'ended session', person: ended, actor: undefined, root: county.areas.county }];
}

/** The question that `footprint` asks, by the name of the database: its tables stay the same while tests run. */
const questions = new Map<string, Promise<{ name: string; text: string }>>();

/** How many rows every table has and a mark that changes when one is rewritten; a session notes when it was last seen. */
export async function footprint({ database }: TestCounty): Promise<{ name: string; rows: number; mark: string }[]> {
  const question = questions.get(database.name) ?? askAllTables(database);
  questions.set(database.name, question);
  return database.owner(await question);
}

/** The statement has a name, for to plan one about all tables takes longer than to run it. */
async function askAllTables(database: TestDatabase): Promise<{ name: string; text: string }> {
  const [tables] = await database.owner<{ sql: string }>(
    `SELECT string_agg(format('SELECT %L AS name, count(*)::int AS rows, %s AS mark FROM %I', relname,
       CASE relname WHEN 'session' THEN '''0''' ELSE 'coalesce(sum(xmin::text::bigint), 0)::text' END, relname), ' UNION ALL ' ORDER BY relname) AS sql
     FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  // Of so many tables PostgreSQL may answer in any order.
  return { name: 'footprint', text: `${tables?.sql ?? ''} ORDER BY name` };
}
