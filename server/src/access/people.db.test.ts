import {
  approveDeskTicket,
  bindAccount,
  changePhone,
  createPerson,
  endDeputy,
  endPost,
  givePost,
  issueInvitation,
  listAreas,
  listBindingClashes,
  listPeople,
  nameDeputy,
  readMe,
  readPerson,
  recordLeaving,
  requestStepUp,
  resolveBindingClash,
  revokeSessions,
  searchPeople,
  signInByPhone,
} from '@guanhu/shared/access/access.routes';
import type { Role } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { Invitations } from './invitations.ts';
import { Leavings } from './leavings.ts';
import { Sessions } from './sessions.ts';

let county: TestCounty;
let desk: TestPerson;
let phone: TestPerson;
let second: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  desk = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk', name: '谭守正' });
  phone = await county.again(desk, 'phone');
  second = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk', name: '覃望舒' });
});
beforeEach(() => {
  county.clock.advance(60_000);
});
afterAll(() => county.close());

const today = () => county.clock.today();
/** An approved step-up of the administrator for this object. */
async function confirmed(objectId: string, as = desk, approver = phone): Promise<string> {
  const { body } = await county.call(requestStepUp, { as, body: { purpose: 'roles:change', objectId, device: 'Firefox · Linux' } });
  await county.call(approveDeskTicket, { as: approver, params: { code: body.code } });
  return body.ticketId;
}
const bind = (openid: string, number: string, invitationCode: string) =>
  county.call(bindAccount, {
    body: { loginCode: county.wechat.loginCode(openid), phoneCode: county.wechat.phoneCode(number), invitationCode },
  });
const signIn = (openid: string) => county.call(signInByPhone, { body: { loginCode: county.wechat.loginCode(openid) } });
const post = (role: Role, areaId: string) => ({ postId: newId(), role, areaId, organisationId: null, from: today() });
const give = async (person: TestPerson, role: Role, areaId: string) =>
  county.call(givePost, {
    as: desk,
    params: { personId: person.id },
    body: { ...post(role, areaId), stepUpTicket: await confirmed(person.id) },
  });
const actorOf = async (person: TestPerson) => county.app.get(Sessions).actorOf(person.token);
const rolesOf = async (person: TestPerson) => (await actorOf(person))?.posts.map(each => each.role).sort();
const deeds = async (objectId: string) =>
  (
    await county.rows.sql<{ act: string }>('SELECT act FROM deed WHERE county_id = $1 AND object_id = $2 ORDER BY at, id', [
      county.countyId,
      objectId,
    ])
  ).map(({ act }) => act);
const invite = (person: TestPerson) =>
  county.rows.inTransaction(tx => county.app.get(Invitations).issue(tx, { personId: person.id, by: 'system' }));

describe('entering a person', () => {
  it('takes them from the desk to their own phone', async () => {
    const personId = newId();
    const body = {
      personId,
      name: '闻人砚',
      phone: '19900007001',
      posts: [post('gridWorker', county.areas.village), post('villageLead', county.areas.village)],
      stepUpTicket: await confirmed(personId),
    };
    expect((await county.call(createPerson, { as: desk, body })).body).toEqual({ personId });
    expect(await deeds(personId)).toEqual(['access:person-entered']);
    const invited = await county.call(issueInvitation, { as: desk, params: { personId } });
    const bound = await bind('o-enter', '19900007001', invited.body.code);
    expect(bound.body.me.posts.map(({ role, areaName }) => `${role} ${areaName}`)).toEqual(['gridWorker 竹坪村', 'villageLead 竹坪村']);
    const read = await county.call(readPerson, { as: desk, params: { personId } });
    expect(read.body).toMatchObject({ name: '闻人砚', bound: true, invitation: { state: 'used' }, sessions: [{ channel: 'phone' }] });
  });

  it('happens once for one idempotency key and is refused with another body', async () => {
    const personId = newId();
    const key = newId();
    const body = { personId, name: '巫马青', phone: '19900007002', posts: [], stepUpTicket: await confirmed(personId) };
    const first = await county.call(createPerson, { as: desk, body, key });
    expect((await county.call(createPerson, { as: desk, body, key })).body).toEqual(first.body);
    expect((await county.call(createPerson, { as: desk, body: { ...body, name: '巫马白' }, key })).refusal.code).toBe('KEY_REUSED');
  });

  it('asks the phone, for this very person', async () => {
    const personId = newId();
    const body = { personId, name: '缑月明', phone: '19900007003', posts: [] };
    for (const stepUpTicket of [newId(), await confirmed(newId()), await confirmed(personId, second, await county.again(second, 'phone'))])
      expect((await county.call(createPerson, { as: desk, body: { ...body, stepUpTicket } })).refusal.code).toBe('STEP_UP_NEEDED');
    expect((await county.call(readPerson, { as: desk, params: { personId } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('leaves the approval usable when the rest is refused, and writes nothing', async () => {
    const personId = newId();
    const stepUpTicket = await confirmed(personId);
    const body = { personId, name: '呼延朔', phone: '19900007004', posts: [post('financeOfficer', county.areas.village)], stepUpTicket };
    expect((await county.call(createPerson, { as: desk, body })).refusal.code).toBe('POST_NOT_FITTING');
    expect(await deeds(personId)).toEqual([]);
    const mended = { ...body, posts: [post('financeOfficer', county.areas.township)] };
    expect((await county.call(createPerson, { as: desk, body: mended })).status).toBe(200);
  });

  it('is for administrators', async () => {
    const officer = await county.person({ role: 'socialAffairsOfficer', channel: 'desk' });
    const personId = newId();
    const body = { personId, name: '缑月明', phone: '19900007003', posts: [], stepUpTicket: newId() };
    expect((await county.call(createPerson, { as: officer, body })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await county.call(listPeople, { as: officer })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await county.call(readPerson, { as: officer, params: { personId: desk.id } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await county.call(listBindingClashes, { as: officer })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await county.call(listAreas, { as: officer })).body.rows.map(({ name }) => name)).toContain('竹坪村');
  });
});

describe('posts', () => {
  it('are given and ended, at once when yesterday was the last day', async () => {
    const person = await county.person({ role: 'gridWorker', area: county.areas.village });
    expect((await give(person, 'villageDoctor', county.areas.village)).status).toBe(200);
    expect((await give(person, 'villageDoctor', county.areas.village)).refusal.code).toBe('POST_ALREADY_HELD');
    expect(await rolesOf(person)).toEqual(['gridWorker', 'villageDoctor']);
    const { body } = await county.call(readPerson, { as: desk, params: { personId: person.id } });
    const postId = body.posts.find(each => each.role === 'gridWorker')?.postId ?? '';
    const end = async (lastDay: string) =>
      county.call(endPost, {
        as: desk,
        params: { personId: person.id, postId },
        body: { lastDay, stepUpTicket: await confirmed(person.id) },
      });
    expect((await end(addDays(today(), -2))).refusal.code).toBe('LAST_DAY_TOO_EARLY');
    expect(await rolesOf(person)).toEqual(['gridWorker', 'villageDoctor']);
    expect((await end(addDays(today(), -1))).status).toBe(200);
    expect(await rolesOf(person)).toEqual(['villageDoctor']);
    expect((await end(today())).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(await deeds(postId)).toEqual(['access:post-ended']);
  });

  it('are never one’s own to change', async () => {
    const stepUpTicket = await confirmed(desk.id);
    const given = await county.call(givePost, {
      as: desk,
      params: { personId: desk.id },
      body: { ...post('financeOfficer', county.areas.township), stepUpTicket },
    });
    expect(given.refusal.code).toBe('ROLE_OF_ONESELF');
    const left = await county.call(recordLeaving, { as: desk, params: { personId: desk.id }, body: { successorId: null, stepUpTicket } });
    expect(left.refusal.code).toBe('ROLE_OF_ONESELF');
    const person = await county.person({ role: 'financeOfficer' });
    const days = { from: today(), until: today() };
    const deputy = { deputyshipId: newId(), deputyId: desk.id, ...days, stepUpTicket: await confirmed(person.id) };
    expect((await county.call(nameDeputy, { as: desk, params: { personId: person.id }, body: deputy })).refusal.code).toBe(
      'ROLE_OF_ONESELF',
    );
    const leaving = { successorId: desk.id, stepUpTicket: await confirmed(person.id) };
    expect((await county.call(recordLeaving, { as: desk, params: { personId: person.id }, body: leaving })).refusal.code).toBe(
      'ROLE_OF_ONESELF',
    );
    expect(await rolesOf(person)).toEqual(['financeOfficer']);
    expect(await rolesOf(desk)).toEqual(['administrator']);
  });
});

describe('a deputy', () => {
  it('acts with the posts of the absent person from day to day, as themself', async () => {
    const absent = await county.person({ role: 'townshipLead', name: '纪怀远' });
    const deputy = await county.person({ role: 'securityOfficer', area: county.areas.village });
    const deputyshipId = newId();
    const body = { deputyshipId, deputyId: deputy.id, from: today(), until: addDays(today(), 3), stepUpTicket: await confirmed(absent.id) };
    expect((await county.call(nameDeputy, { as: desk, params: { personId: absent.id }, body })).status).toBe(200);
    expect(await actorOf(deputy)).toMatchObject({ personId: deputy.id, actingFor: [absent.id] });
    expect(await rolesOf(deputy)).toEqual(['securityOfficer', 'townshipLead']);
    const me = await county.call(readMe, { as: deputy });
    expect(me.body.posts.map(each => [each.role, each.deputyFor]).sort()).toEqual([
      ['securityOfficer', null],
      ['townshipLead', '纪怀远'],
    ]);
    county.clock.advance(4 * 86_400_000);
    expect(await rolesOf(deputy)).toEqual(['securityOfficer']);
    county.clock.advance(-4 * 86_400_000);
    const end = { stepUpTicket: await confirmed(absent.id) };
    const params = { personId: absent.id, deputyshipId };
    expect((await county.call(endDeputy, { as: desk, params, body: end })).status).toBe(200);
    expect(await actorOf(deputy)).toMatchObject({ actingFor: [], posts: [{ role: 'securityOfficer' }] });
  });

  it('is somebody else, for sensible days', async () => {
    const absent = await county.person({ role: 'townshipLead' });
    const other = await county.person();
    const name = async (deputyId: string, from: string, until: string) => {
      const body = { deputyshipId: newId(), deputyId, from, until, stepUpTicket: await confirmed(absent.id) };
      return (await county.call(nameDeputy, { as: desk, params: { personId: absent.id }, body })).refusal.code;
    };
    expect(await name(absent.id, today(), today())).toBe('DEPUTY_NOT_FITTING');
    expect(await name(newId(), today(), today())).toBe('DEPUTY_NOT_FITTING');
    expect(await name(other.id, addDays(today(), 2), addDays(today(), 1))).toBe('DEPUTY_NOT_FITTING');
    expect(await name(other.id, '2026-02-30', addDays(today(), 1))).toBe('INPUT_INVALID');
    expect(await actorOf(other)).toMatchObject({ posts: [] });
  });
});

describe('changing a phone number', () => {
  it('puts whoever has the old phone out at once and invites anew', async () => {
    const person = await county.person({ role: 'gridWorker', area: county.areas.village });
    await bind('o-old-phone', person.phone, (await invite(person)).code);
    const params = { personId: person.id };
    const refused = await county.call(changePhone, { as: desk, params, body: { phone: '19900008001', stepUpTicket: newId() } });
    expect(refused.refusal.code).toBe('STEP_UP_NEEDED');
    expect((await signIn('o-old-phone')).body.outcome).toBe('signed-in');
    const changed = await county.call(changePhone, {
      as: desk,
      params,
      body: { phone: '19900008001', stepUpTicket: await confirmed(person.id) },
    });
    expect(changed.status).toBe(200);
    expect(await actorOf(person)).toBeUndefined();
    expect((await signIn('o-old-phone')).body).toEqual({ outcome: 'unbound' });
    // The old number is somebody else's now, the code is not.
    expect((await bind('o-stranger', person.phone, changed.body.code)).refusal.code).toBe('BINDING_NOT_POSSIBLE');
    expect((await bind('o-new-phone', '19900008001', changed.body.code)).body.me.personId).toBe(person.id);
    expect((await county.call(readPerson, { as: desk, params })).body.phone).toBe('19900008001');
  });
});

describe('revoking sessions', () => {
  it('ends them at once and leaves the binding', async () => {
    const person = await county.person({ role: 'gridWorker', area: county.areas.village });
    await bind('o-revoked', person.phone, (await invite(person)).code);
    expect((await county.call(revokeSessions, { as: desk, params: { personId: person.id } })).status).toBe(200);
    expect((await county.call(readMe, { as: person })).refusal.code).toBe('SIGN_IN_NEEDED');
    expect((await signIn('o-revoked')).body.outcome).toBe('signed-in');
  });
});

describe('leaving', () => {
  it('ends what the person could do and hands the posts to the successor, with whatever other rooms hand over', async () => {
    const leaver = await county.person({ role: 'mentalHealthDoctor', name: '漆雕明' });
    const successor = await county.person({ role: 'villageDoctor', area: county.areas.village });
    await bind('o-leaver', leaver.phone, (await invite(leaver)).code);
    const open = await invite(leaver);
    const told: unknown[] = [];
    county.app.get(Leavings).also((_, leaving) => Promise.resolve(void told.push(leaving)));
    const body = { successorId: successor.id, stepUpTicket: await confirmed(leaver.id) };
    expect((await county.call(recordLeaving, { as: desk, params: { personId: leaver.id }, body })).status).toBe(200);
    expect(told).toEqual([{ personId: leaver.id, successorId: successor.id }]);
    expect(await actorOf(leaver)).toBeUndefined();
    expect((await signIn('o-leaver')).body).toEqual({ outcome: 'unbound' });
    expect((await bind('o-leaver', leaver.phone, open.code)).refusal.code).toBe('BINDING_NOT_POSSIBLE');
    expect(await rolesOf(successor)).toEqual(['mentalHealthDoctor', 'villageDoctor']);
    const read = await county.call(readPerson, { as: desk, params: { personId: leaver.id } });
    expect(read.body).toMatchObject({ left: true, posts: [], bound: false, successor: { personId: successor.id }, sessions: [] });
    const again = { as: desk, params: { personId: leaver.id } };
    expect((await county.call(issueInvitation, again)).refusal.code).toBe('PERSON_LEFT');
  });

  it('writes nothing when a room above refuses', async () => {
    const leaver = await county.person({ role: 'villageLead', area: county.areas.village });
    let fails = true;
    county.app
      .get(Leavings)
      .also((_, { personId }) => (fails && personId === leaver.id ? Promise.reject(new Error('no')) : Promise.resolve()));
    const body = { successorId: null, stepUpTicket: await confirmed(leaver.id) };
    const params = { personId: leaver.id };
    expect((await county.call(recordLeaving, { as: desk, params, body })).refusal.code).toBe('INTERNAL');
    expect(await rolesOf(leaver)).toEqual(['villageLead']);
    fails = false;
    expect((await county.call(recordLeaving, { as: desk, params, body })).status).toBe(200);
  });
});

describe('the list of people', () => {
  const names = async (query: object) => {
    const answer = await county.call(listPeople, { as: desk, query });
    return answer.body.rows.map(({ name }) => name);
  };
  const found = async (body: BodyOf<typeof searchPeople>) => {
    const answer = await county.call(searchPeople, { as: desk, body });
    return answer.body.rows.map(({ name }) => name);
  };
  beforeAll(async () => {
    for (const name of ['尉迟照', '单于飞', '褚临川'])
      await county.person({ name, role: 'rehabCoordinator', area: county.areas.farVillage });
    await county.person({ name: '尉迟母' });
  });

  it('finds by part of a name, by pinyin and by its first letters', async () => {
    for (const q of ['尉迟', '迟照', 'yuchi', 'ycz', 'yuchizhao']) expect(await found({ q })).toEqual(['尉迟照']);
    expect(await found({ q: 'zzz' })).toEqual([]);
    expect(await found({ q: '尉迟', posts: 'without' })).toEqual(['尉迟母']);
  });

  it('is sorted by pinyin and paged without a name in the key', async () => {
    const query = { role: 'rehabCoordinator', limit: '2' };
    const first = await county.call(listPeople, { as: desk, query });
    expect(first.body.rows.map(({ name }) => name)).toEqual(['褚临川', '单于飞']);
    expect(first.body.next).toBe(first.body.rows[1]?.personId);
    const rest = await county.call(listPeople, { as: desk, query: { ...query, after: first.body.next ?? '' } });
    expect(rest.body).toMatchObject({ rows: [{ name: '尉迟照' }], next: null });
    expect((await county.call(listPeople, { as: desk, query: { after: newId() } })).refusal.code).toBe('INPUT_INVALID');
  });

  it('narrows to an area and what lies in it', async () => {
    expect(await names({ areaId: county.areas.otherTownship })).toEqual(['褚临川', '单于飞', '尉迟照']);
    expect(await names({ areaId: county.areas.otherVillage })).toEqual([]);
  });

  it('shows nobody of another county', async () => {
    const neighbour = await county.neighbour(3);
    const theirs = await neighbour.person({ role: 'administrator', area: neighbour.areas.county, channel: 'desk', name: '邻县人' });
    expect(await found({ q: '邻县人' })).toEqual([]);
    expect((await county.call(readPerson, { as: desk, params: { personId: theirs.id } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await county.call(issueInvitation, { as: desk, params: { personId: theirs.id } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('a binding clash', () => {
  const clashOf = async (holderId: string | null, candidateId: string) =>
    (await county.call(listBindingClashes, { as: desk })).body.rows.find(
      each => (each.holder?.personId ?? null) === holderId && each.candidates.some(({ personId }) => personId === candidateId),
    );

  it('is decided by a person: the account moves and the one who had it is out', async () => {
    const [holder, candidate] = [await county.person(), await county.person()];
    await bind('o-moves', holder.phone, (await invite(holder)).code);
    await bind('o-moves', candidate.phone, (await invite(candidate)).code);
    const clash = await clashOf(holder.id, candidate.id);
    const resolve = async (bindTo: string | null, stepUpTicket: string) =>
      county.call(resolveBindingClash, { as: desk, params: { clashId: clash?.clashId ?? '' }, body: { bindTo, stepUpTicket } });
    const ticket = await confirmed(clash?.clashId ?? '');
    expect((await resolve(candidate.id, newId())).refusal.code).toBe('STEP_UP_NEEDED');
    expect((await resolve(holder.id, ticket)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await resolve(candidate.id, ticket)).body).toEqual({ done: true });
    expect(await actorOf(holder)).toBeUndefined();
    expect((await signIn('o-moves')).body).toMatchObject({ me: { personId: candidate.id } });
    expect((await resolve(null, await confirmed(clash?.clashId ?? ''))).refusal.code).toBe('CLASH_ALREADY_RESOLVED');
    expect(await clashOf(holder.id, candidate.id)).toBeUndefined();
  });

  it('of one phone registered for two lets a person say whose account it is', async () => {
    const [a, b] = [await county.person(), await county.person()];
    await county.rows.sql(
      'UPDATE person SET phone_digest = (SELECT phone_digest FROM person WHERE county_id = $1 AND id = $2) WHERE county_id = $1 AND id = $3',
      [county.countyId, a.id, b.id],
    );
    const [codeOfA] = [(await invite(a)).code, await invite(b)];
    expect((await bind('o-shared', a.phone, codeOfA)).refusal.code).toBe('BINDING_CLASH');
    const clash = await clashOf(null, b.id);
    expect(clash?.kind).toBe('phone-of-several');
    const body = { bindTo: b.id, stepUpTicket: await confirmed(clash?.clashId ?? '') };
    await county.call(resolveBindingClash, { as: desk, params: { clashId: clash?.clashId ?? '' }, body });
    expect((await signIn('o-shared')).body).toMatchObject({ me: { personId: b.id } });
  });

  it('is not for a party to decide', async () => {
    const candidate = await county.person();
    await bind('o-own', second.phone, (await invite(second)).code);
    await bind('o-own', candidate.phone, (await invite(candidate)).code);
    const clash = await clashOf(second.id, candidate.id);
    const stepUpTicket = await confirmed(clash?.clashId ?? '', second, await county.again(second, 'phone'));
    const answer = await county.call(resolveBindingClash, {
      as: second,
      params: { clashId: clash?.clashId ?? '' },
      body: { bindTo: candidate.id, stepUpTicket },
    });
    expect(answer.refusal.code).toBe('ROLE_OF_ONESELF');
  });
});
