import { Places, Sessions, SetUpCounty } from '@guanhu/server/access/access.public';
import { newId } from '@guanhu/server/platform/ids';
import { createPerson, issueInvitation, listAreas, listOrganisations } from '@guanhu/shared/access/access.routes';
import { addDays, calendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { setResidents } from '@guanhu/shared/indicators/indicators.routes';
import { setPolicy } from '@guanhu/shared/policy/policy.routes';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import type { CastPerson } from './cast.terms.ts';
import { chance } from './chance.ts';
import { COUNTY_ID } from './house/house.ts';
import { areaId, type Story } from './story.ts';

const ADMINISTRATOR = 'administrator';
const full = (code: string): string => code.padEnd(12, '0');

/** The county, its places and its first administrator, as whoever runs the machine sets them up. */
export async function foundCounty(story: Story, day: CalendarDate): Promise<void> {
  const { house, people, cast } = story;
  house.clock.move(day, '08:30');
  const setUp = house.get(SetUpCounty);
  const { name, mobile: phone } = people.person(ADMINISTRATOR);
  const { personId, invitationCode } = await setUp.create({
    countyId: COUNTY_ID,
    name: cast.county.name,
    areaCode: full(cast.county.areaCode),
    administrator: { name, phone },
  });
  people.ids.set(ADMINISTRATOR, personId);
  const coded = [...cast.townships, ...cast.villages];
  await setUp.addAreas(
    COUNTY_ID,
    coded.map(area => ({ code: full(area.areaCode), name: area.name })),
  );
  const codeOf = new Map([cast.county, ...coded].map(area => [area.key, full(area.areaCode)]));
  await setUp.addOrganisations(
    COUNTY_ID,
    cast.organisations.map(({ kind, name: of, areaKey }) => ({ areaCode: codeOf.get(areaKey) ?? '', kind, name: of })),
  );
  await people.bind(ADMINISTRATOR, invitationCode);
  const { rows } = await house.call(listAreas, { as: await people.phone(ADMINISTRATOR) });
  for (const [key, code] of codeOf) {
    const area = rows.find(row => row.code === code);
    if (area) story.areas.set(key, area.areaId);
  }
  await confirmAliases(story);
}

/** Other names of villages that everybody has used for years. No use-case adds one outside an import. */
async function confirmAliases(story: Story): Promise<void> {
  const { house, people, cast } = story;
  const actor = await house.get(Sessions).actorOf(await people.phone(ADMINISTRATOR));
  if (!actor) throw new Error('the administrator is not signed in');
  const places = house.get(Places);
  await house.write(async tx => {
    for (const village of cast.villages)
      for (const alias of village.aliases) await places.alias(tx, actor, areaId(story, village.key), alias);
  });
}

/** People who live in a village: the fewest, and how many more at most. */
const RESIDENTS = [1_150, 900] as const;

/** How many people live in every village, as the last count of households says: without them nobody knows the detection rate. */
export async function countResidents(story: Story): Promise<void> {
  const { house, people, cast } = story;
  const rows = cast.villages.map(({ key }) => ({
    areaId: areaId(story, key),
    residents: RESIDENTS[0] + Math.floor(chance('residents', key) * RESIDENTS[1]),
  }));
  const since = calendarDate(`${String(Number(house.clock.today().slice(0, 4)) - 1)}-11-01`);
  await house.call(setResidents, { as: await people.desk(ADMINISTRATOR), body: { since, rows } });
}

/** Officials and field staff, entered one by one with an approval on the administrator's phone, and invited. All but `unbound` bind. */
export async function appointStaff(story: Story, unbound: ReadonlySet<string>): Promise<void> {
  const { house, people, cast } = story;
  const { rows } = await house.call(listOrganisations, { as: await people.phone(ADMINISTRATOR) });
  const organisations = new Map(
    cast.organisations.map(one => [
      one.key,
      rows.find(row => row.kind === one.kind && row.name === one.name && row.areaId === areaId(story, one.areaKey))?.organisationId ?? null,
    ]),
  );
  const staff = cast.persons.filter(person => person.posts.length > 0 && person.key !== ADMINISTRATOR);
  for (const person of staff) {
    house.clock.pass(2);
    await appoint(story, person, organisations);
    const code = await invite(story, person.key);
    if (!unbound.has(person.key)) await people.bind(person.key, code);
  }
}

async function appoint(story: Story, person: CastPerson, organisations: ReadonlyMap<string, Id | null>): Promise<void> {
  const { house, people } = story;
  const personId = newId();
  const stepUpTicket = await people.stepUp(ADMINISTRATOR, 'roles:change', personId);
  const posts = person.posts.map(post => ({
    postId: newId(),
    role: post.role,
    areaId: areaId(story, post.areaKey),
    organisationId: organisations.get(post.organisationKey) ?? null,
    from: house.clock.today(),
  }));
  const body = { personId, name: person.name, phone: person.mobile, posts, stepUpTicket };
  await house.call(createPerson, { as: await people.desk(ADMINISTRATOR), body });
  people.ids.set(person.key, personId);
}

/** The code of a new invitation; the administrator gives it in person. */
export async function invite({ house, people }: Story, personKey: string): Promise<string> {
  const params = { personId: people.id(personKey) };
  return (await house.call(issueInvitation, { as: await people.desk(ADMINISTRATOR), params })).code;
}

/** Four colours instead of the national norm alone, from the next day on. */
export async function adoptFourColours({ house, people }: Story, day: CalendarDate): Promise<void> {
  house.clock.move(day, '15:00');
  const body = { effectiveOn: addDays(day, 1), after: 0, policy: SHIPPED_VISIT_POLICIES.fourColours.policy };
  await house.call(setPolicy, { as: await people.desk(ADMINISTRATOR), params: { kind: 'visit' }, body });
}
