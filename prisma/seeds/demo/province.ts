import { SetUpCounty } from '@guanhu/server/access/access.public';
import { Database } from '@guanhu/server/platform/database/database';
import { newId } from '@guanhu/server/platform/ids';
import { createPerson, issueInvitation, listAreas } from '@guanhu/shared/access/access.routes';
import { fewOf, valuesOf, type Counted } from '@guanhu/shared/indicators/indicators.rules';
import { FORMULAS, INCIDENT_COUNT_KEYS, QUESTION_KEYS } from '@guanhu/shared/indicators/indicators.terms';
import { addMonths, startOfMonth, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_INDICATORS } from '@guanhu/shared/policy/indicator-policy.terms';
import { PROVINCE_ADMINISTRATOR, PROVINCE_SUPERVISOR } from './cast.ts';
import type { Story } from './story.ts';

/** No such province exists, and no such counties beside. */
const PROVINCE = { id: 990_000, name: '霁川省', areaCode: '990000000000' } as const;
/** What other counties have published of themselves; nobody of them is in this database. One is too small to tell, one has told nothing. */
const NEIGHBOURS = [
  { id: 990_102, name: '云渚县', areaCode: '990102000000', registered: 1_684, residents: 402_000, reached: 0.96 },
  { id: 990_103, name: '栖梧县', areaCode: '990103000000', registered: 932, residents: 241_500, reached: 0.88 },
  { id: 990_201, name: '泊烟县', areaCode: '990201000000', registered: 4, residents: 11_200, reached: 1 },
  { id: 990_202, name: '鹿鸣县', areaCode: '990202000000', registered: 0, residents: 0, reached: 0 },
] as const;
type Neighbour = (typeof NEIGHBOURS)[number];
const MONTHS = 12;

/** The province above the county, with one who supervises, and the counties beside. */
export async function foundProvince(story: Story): Promise<void> {
  const { house, people } = story;
  const administrator = people.person(PROVINCE_ADMINISTRATOR);
  const { personId, invitationCode } = await house.get(SetUpCounty).create({
    countyId: PROVINCE.id,
    name: PROVINCE.name,
    areaCode: PROVINCE.areaCode,
    administrator: { name: administrator.name, phone: administrator.mobile },
  });
  people.ids.set(PROVINCE_ADMINISTRATOR, personId);
  await people.bind(PROVINCE_ADMINISTRATOR, invitationCode);
  await appointSupervisor(story);
  for (const neighbour of NEIGHBOURS) await foundNeighbour(story, neighbour);
}

async function appointSupervisor({ house, people }: Story): Promise<void> {
  const { name, mobile } = people.person(PROVINCE_SUPERVISOR);
  const as = await people.desk(PROVINCE_ADMINISTRATOR);
  const [root] = (await house.call(listAreas, { as })).rows;
  if (!root) throw new Error('the province has no area');
  const personId = newId();
  const stepUpTicket = await people.stepUp(PROVINCE_ADMINISTRATOR, 'roles:change', personId);
  const post = { postId: newId(), role: 'regionSupervisor', areaId: root.areaId, organisationId: null, from: house.clock.today() } as const;
  await house.call(createPerson, { as, body: { personId, name, phone: mobile, posts: [post], stepUpTicket } });
  people.ids.set(PROVINCE_SUPERVISOR, personId);
  const { code } = await house.call(issueInvitation, { as, params: { personId } });
  await people.bind(PROVINCE_SUPERVISOR, code);
}

/** A county that runs elsewhere: its name, and what it published in the months before. */
async function foundNeighbour({ house, people, today }: Story, neighbour: Neighbour): Promise<void> {
  const { mobile: phone } = people.person(PROVINCE_ADMINISTRATOR);
  const { id: countyId, name, areaCode } = neighbour;
  await house.get(SetUpCounty).create({ countyId, name, areaCode, administrator: { name: '代管员', phone } });
  if (neighbour.registered === 0) return;
  const { sql } = house.get(Database).county(countyId);
  for (let back = 0; back < MONTHS; back += 1) {
    const month = addMonths(startOfMonth(today), -back);
    const counted = countedIn(neighbour, month);
    const values = valuesOf(counted, fewOf(counted, SHIPPED_INDICATORS.hideBelow));
    for (const question of QUESTION_KEYS) {
      const { numerator, denominator, hidden } = values[question];
      await sql(
        `INSERT INTO published_indicator (month, county_id, question, numerator, denominator, hidden, formulas, counted_at)
         VALUES ($2, $1, $3, $4, $5, $6, $7, $8)`,
        [countyId, month, question, numerator, denominator, hidden, FORMULAS, house.clock.now()],
      );
    }
  }
}

/** The share of a year's work that is done grows with the months. */
function countedIn({ registered, residents, reached }: Neighbour, month: CalendarDate): Counted {
  const part = Number(month.slice(5, 7)) / 12;
  const people = (share: number) => Math.round(registered * share);
  const managed = people(reached * (0.62 + 0.38 * part));
  const taking = people(0.72 + 0.12 * part);
  return {
    ...(Object.fromEntries(INCIDENT_COUNT_KEYS.map(kind => [kind, 0])) as unknown as Counted),
    residents,
    registered,
    managed,
    withinNorm: Math.round(managed * 0.87),
    taking,
    takingRegularly: Math.round(taking * 0.58),
    stable: Math.round(managed * 0.79),
    met: Math.round(managed * 0.97),
    examined: people(0.7 * part),
  };
}
