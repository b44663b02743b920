import { bindAccount, issueInvitation, listBindingClashes, readMe, signInByPhone, signOut } from '@guanhu/shared/access/access.routes';
import { Invitations } from './invitations.ts';
import { Sightings } from './sightings.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';

let county: TestCounty;
let administrator: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  administrator = await county.person({ role: 'administrator', area: county.areas.county, channel: 'desk' });
});
afterAll(() => county.close());

const DAY = 86_400_000;
const count = async (table: string): Promise<number> => {
  const [row] = await county.rows.sql<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE county_id = $1`, [county.countyId]);
  return row?.n ?? -1;
};
const written = async () => ({
  bindings: await count('account_binding'),
  sessions: await count('session'),
  clashes: await count('binding_clash'),
});

const invite = (person: TestPerson) =>
  county.rows.inTransaction(tx => county.app.get(Invitations).issue(tx, { personId: person.id, by: 'system' }));
const bind = (openid: string, phone: string, invitationCode: string, more: object = {}) =>
  county.call(bindAccount, {
    body: { loginCode: county.wechat.loginCode(openid), phoneCode: county.wechat.phoneCode(phone), invitationCode, ...more },
  });
const signIn = (openid: string) => county.call(signInByPhone, { body: { loginCode: county.wechat.loginCode(openid) } });

describe('binding a WeChat account', () => {
  it('takes the invited person from an unknown account to a session that knows them again', async () => {
    const guardian = await county.person();
    expect((await signIn('o-guardian')).body).toEqual({ outcome: 'unbound' });
    const { code } = await invite(guardian);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const bound = await bind('o-guardian', guardian.phone, code.toLowerCase());
    expect(bound.body).toMatchObject({
      outcome: 'signed-in',
      me: { personId: guardian.id, name: guardian.name, posts: [], isGuardian: false, isHelper: false },
    });
    const again = await signIn('o-guardian');
    expect(again.body).toMatchObject({ outcome: 'signed-in', me: { personId: guardian.id } });
    if (again.body.outcome !== 'signed-in') throw new Error('not signed in');
    const me = await county.call(readMe, { as: { ...guardian, token: again.body.token } });
    expect(me.body).toMatchObject({ countyId: county.countyId, countyName: '试验县', templates: { medication: ['tmpl-thing1-time2'] } });
  });

  it('keeps neither the code, the token, the name nor the openid readable', async () => {
    const person = await county.person();
    const { code } = await invite(person);
    const { body } = await bind('o-unreadable', person.phone, code);
    const secret = body.token.split('.')[1] ?? '';
    for (const table of ['person', 'invitation', 'account_binding', 'wechat_account', 'session', 'deed']) {
      const rows = await county.database.owner(`SELECT ${table}::text AS text FROM ${table}`);
      const text = JSON.stringify(rows);
      expect(text.length).toBeGreaterThan(50);
      for (const value of [code, code.replace('-', ''), secret, person.name, person.phone, 'o-unreadable']) {
        expect(text).not.toContain(value);
        expect(text).not.toContain(Buffer.from(value).toString('hex'));
      }
    }
  });

  it('takes a code once', async () => {
    const person = await county.person();
    const { code } = await invite(person);
    expect((await bind('o-once', person.phone, code)).status).toBe(200);
    const before = await written();
    for (const openid of ['o-once', 'o-thief']) {
      const again = await bind(openid, person.phone, code);
      expect(again.refusal.code).toBe('BINDING_NOT_POSSIBLE');
    }
    expect(await written()).toEqual(before);
  });

  it('gives one answer to a stranger, to a wrong code and to an expired one, and writes nothing', async () => {
    const person = await county.person();
    const { code } = await invite(person);
    const before = await written();
    const answers = [
      await bind('o-x1', '19900009999', code),
      await bind('o-x2', person.phone, 'ACDE-3467'),
      await bind('o-x3', person.phone, 'not-a-code-at-all'),
      await bind('o-x4', person.phone, code, { countyId: 999 }),
    ];
    county.clock.advance(14 * DAY + 1000);
    answers.push(await bind('o-x5', person.phone, code));
    county.clock.advance(-14 * DAY - 1000);
    expect(new Set(answers.map(({ status, refusal }) => JSON.stringify([status, refusal]))).size).toBe(1);
    expect(answers[0]?.refusal.code).toBe('BINDING_NOT_POSSIBLE');
    expect(await written()).toEqual(before);
    expect((await bind('o-x6', person.phone, code)).status).toBe(200);
  });

  it('locks an invitation after five wrong codes, also when they come at once', async () => {
    const person = await county.person();
    const { code } = await invite(person);
    const wrong = code.startsWith('3') ? `4${code.slice(1)}` : `3${code.slice(1)}`;
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(each => bind(`o-guess-${each}`, person.phone, wrong)));
    const [row] = await county.rows.sql<{ tries_left: number }>(
      'SELECT tries_left FROM invitation WHERE county_id = $1 AND person_id = $2',
      [county.countyId, person.id],
    );
    expect(row?.tries_left).toBe(0);
    expect((await bind('o-right', person.phone, code)).refusal.code).toBe('BINDING_NOT_POSSIBLE');
    const fresh = await invite(person);
    expect((await bind('o-right', person.phone, fresh.code)).status).toBe(200);
  });

  it('waits for a guess that is being counted before it believes the right code', async () => {
    const person = await county.person();
    const { code } = await invite(person);
    const { answer } = await county.rows.inTransaction(async tx => {
      await tx.sql('UPDATE invitation SET tries_left = 0 WHERE county_id = $1 AND person_id = $2', [county.countyId, person.id]);
      const answer = bind('o-too-late', person.phone, code);
      await new Promise(resolve => setTimeout(resolve, 300));
      return { answer };
    });
    expect((await answer).refusal.code).toBe('BINDING_NOT_POSSIBLE');
  });

  it('ends the earlier invitation when another is issued at the desk', async () => {
    const person = await county.person();
    const first = await invite(person);
    const second = await county.call(issueInvitation, { as: administrator, params: { personId: person.id } });
    expect(second.status).toBe(200);
    expect((await bind('o-second', person.phone, first.code)).refusal.code).toBe('BINDING_NOT_POSSIBLE');
    expect((await bind('o-second', person.phone, second.body.code)).status).toBe(200);
  });

  it('refuses a login or phone code that WeChat refuses', async () => {
    const person = await county.person();
    const { code } = await invite(person);
    const loginCode = county.wechat.loginCode('o-codes');
    const before = await written();
    const body = { loginCode, phoneCode: 'made-up', invitationCode: code };
    expect((await county.call(bindAccount, { body })).refusal.code).toBe('WECHAT_CODE_INVALID');
    // The login code is used up now.
    expect((await county.call(signInByPhone, { body: { loginCode } })).refusal.code).toBe('WECHAT_CODE_INVALID');
    expect(await written()).toEqual(before);
  });

  it('refuses fields nobody asked for', async () => {
    const answer = await county.call(signInByPhone, { body: { loginCode: 'x', personId: administrator.id } });
    expect(answer.refusal.code).toBe('INPUT_INVALID');
  });
});

describe('an account in two counties', () => {
  it('asks which one, and finds a typed code in either', async () => {
    const neighbour = await county.neighbour(2);
    const here = await county.person();
    const there = await neighbour.person();
    const { code } = await invite(here);
    await bind('o-both', here.phone, code);
    const other = await neighbour.rows.inTransaction(tx => county.app.get(Invitations).issue(tx, { personId: there.id, by: 'system' }));
    expect((await bind('o-both', there.phone, other.code)).body).toMatchObject({ me: { countyId: 2, personId: there.id } });
    const choice = await signIn('o-both');
    expect(choice.body).toEqual({
      outcome: 'choose',
      counties: [
        { countyId: 1, name: '试验县' },
        { countyId: 2, name: '邻县' },
      ],
    });
    const chosen = await county.call(signInByPhone, { body: { loginCode: county.wechat.loginCode('o-both'), countyId: 2 } });
    expect(chosen.body).toMatchObject({ outcome: 'signed-in', me: { countyId: 2, personId: there.id } });
    expect(chosen.body).toMatchObject({ me: { otherCounties: [{ countyId: 1, name: '试验县' }] } });
  });
});

describe('a clash', () => {
  const clashes = async () => (await county.call(listBindingClashes, { as: administrator })).body.rows;

  it('is noted for a person and binds nobody', async () => {
    const [first, second] = [await county.person(), await county.person()];
    await bind('o-taken', first.phone, (await invite(first)).code);
    const before = await written();
    const { code } = await invite(second);
    for (let times = 0; times < 2; times++) expect((await bind('o-taken', second.phone, code)).refusal.code).toBe('BINDING_CLASH');
    expect(await written()).toEqual({ ...before, clashes: before.clashes + 1 });
    expect((await clashes()).find(each => each.holder?.personId === first.id)).toMatchObject({
      kind: 'account-of-another',
      candidates: [{ personId: second.id, name: second.name }],
      holder: { name: first.name },
    });
    expect((await signIn('o-taken')).body).toMatchObject({ me: { personId: first.id } });
  });

  it('of a person with another account leaves that account in place', async () => {
    const person = await county.person();
    await bind('o-first', person.phone, (await invite(person)).code);
    expect((await bind('o-other', person.phone, (await invite(person)).code)).refusal.code).toBe('BINDING_CLASH');
    expect((await signIn('o-other')).body).toEqual({ outcome: 'unbound' });
    expect((await signIn('o-first')).body).toMatchObject({ me: { personId: person.id } });
  });
});

describe('a session', () => {
  it('ends with signing out, at once', async () => {
    const person = await county.person();
    expect((await county.call(signOut, { as: person })).body).toEqual({ done: true });
    expect((await county.call(readMe, { as: person })).refusal.code).toBe('SIGN_IN_NEEDED');
  });

  it('is not opened by a token of another shape, county or secret', async () => {
    const person = await county.person();
    const secret = person.token.split('.')[1] ?? '';
    for (const token of [secret, `2.${secret}`, `77.${secret}`, `1.${secret.slice(1)}A`, `1.${'A'.repeat(43)}`, "1.' OR 1=1 --"])
      expect((await county.call(readMe, { as: { ...person, token } })).refusal.code).toBe('SIGN_IN_NEEDED');
  });

  it('goes on for a month without use and no longer', async () => {
    const person = await county.person();
    await bind('o-idle', person.phone, (await invite(person)).code);
    const { body } = await signIn('o-idle');
    if (body.outcome !== 'signed-in') throw new Error('not signed in');
    const as = { ...person, token: body.token };
    for (const days of [29, 29]) {
      county.clock.advance(days * DAY);
      expect((await county.call(readMe, { as })).status).toBe(200);
      await county.app.get(Sightings).write();
    }
    county.clock.advance(31 * DAY);
    expect((await county.call(readMe, { as })).refusal.code).toBe('SIGN_IN_NEEDED');
    county.clock.advance(-89 * DAY);
  });

  it('is noted as used once in an hour, not with every request', async () => {
    const person = await county.person();
    await bind('o-seen', person.phone, (await invite(person)).code);
    const { body } = await signIn('o-seen');
    if (body.outcome !== 'signed-in') throw new Error('not signed in');
    const as = { ...person, token: body.token };
    const seen = async () => {
      expect((await county.call(readMe, { as })).status).toBe(200);
      await county.app.get(Sightings).write();
      const sql = 'SELECT max(last_seen_at)::text AS at FROM session WHERE county_id = $1 AND person_id = $2';
      const [row] = await county.rows.sql<{ at: string }>(sql, [county.countyId, person.id]);
      return row?.at;
    };
    const signedIn = await seen();
    county.clock.advance(59 * 60_000);
    expect(await seen()).toBe(signedIn);
    county.clock.advance(2 * 60_000);
    expect(await seen()).not.toBe(signedIn);
    county.clock.advance(-61 * 60_000);
  });
});
