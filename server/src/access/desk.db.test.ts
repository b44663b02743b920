import {
  approveDeskTicket,
  collectDeskSignIn,
  openDeskSignIn,
  readDeskTicket,
  readMe,
  readStepUp,
  refuseDeskTicket,
  requestStepUp,
} from '@guanhu/shared/access/access.routes';
import type { StepUpPurpose } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { Sessions } from './sessions.ts';
import { StepUps } from './step-ups.ts';

let county: TestCounty;
let official: TestPerson;
let colleague: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  official = await county.person({ role: 'financeOfficer' });
  colleague = await county.person({ role: 'townshipLead' });
});
afterAll(() => county.close());

const device = 'Chrome · Windows';
const open = async () => (await county.call(openDeskSignIn, { body: { device } })).body;
const collect = ({ ticketId, secret }: { ticketId: string; secret: string }) =>
  county.call(collectDeskSignIn, { params: { ticketId }, body: { secret } });
const approve = (as: TestPerson, code: string) => county.call(approveDeskTicket, { as, params: { code } });
const wait = (seconds: number) => county.clock.advance(seconds * 1000);
const desks = async () =>
  (await county.rows.sql(`SELECT id FROM session WHERE county_id = $1 AND channel = 'desk'`, [county.countyId])).length;

describe('signing in at the desk', () => {
  it('shows a QR, is approved on the phone that sees what it approves, and opens one session', async () => {
    const ticket = await open();
    expect(ticket.qrSvg).toContain('<svg');
    expect((await collect(ticket)).body).toEqual({ state: 'waiting' });
    const shown = await county.call(readDeskTicket, { as: official, params: { code: ticket.code.toLowerCase() } });
    expect(shown.body).toMatchObject({ purpose: 'sign-in', says: '登录工作台', device, state: 'waiting', code: ticket.code });
    expect((await approve(official, ticket.code)).body).toEqual({ state: 'approved' });
    const collected = (await collect(ticket)).body;
    if (collected.state !== 'approved') throw new Error('not approved');
    expect(collected.me).toMatchObject({ personId: official.id, posts: [{ role: 'financeOfficer', areaName: '云坪镇' }] });
    expect((await county.call(readMe, { as: { ...official, token: collected.token } })).status).toBe(200);
  });

  it('is collected once', async () => {
    const ticket = await open();
    await approve(official, ticket.code);
    const before = await desks();
    const answers = await Promise.all([collect(ticket), collect(ticket), collect(ticket)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ refusal }) => refusal.code === 'TICKET_USED')).toHaveLength(2);
    expect(await desks()).toBe(before + 1);
    expect((await approve(official, ticket.code)).refusal.code).toBe('TICKET_USED');
  });

  it('is not collected while somebody else is collecting it', async () => {
    const ticket = await open();
    await approve(official, ticket.code);
    const { answer } = await county.rows.inTransaction(async tx => {
      await tx.sql(`UPDATE desk_ticket SET state = 'used' WHERE id = $1`, [ticket.ticketId]);
      const answer = collect(ticket);
      await new Promise(resolve => setTimeout(resolve, 300));
      return { answer };
    });
    expect((await answer).refusal.code).toBe('TICKET_USED');
  });

  it('is collected only by the browser that asked', async () => {
    const [ticket, other] = [await open(), await open()];
    await approve(official, ticket.code);
    expect((await collect({ ...ticket, secret: other.secret })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await collect({ ...ticket, ticketId: newId() })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await collect(ticket)).body.state).toBe('approved');
  });

  it('is over after two minutes, approved or not', async () => {
    const [early, late] = [await open(), await open()];
    await approve(official, early.code);
    wait(121);
    expect((await approve(official, late.code)).refusal.code).toBe('TICKET_EXPIRED');
    expect((await collect(late)).body).toEqual({ state: 'expired' });
    expect((await collect(early)).body).toEqual({ state: 'expired' });
    expect((await county.call(readDeskTicket, { as: official, params: { code: late.code } })).body.state).toBe('expired');
  });

  it('can be refused, and then not approved', async () => {
    const ticket = await open();
    expect((await county.call(refuseDeskTicket, { as: official, params: { code: ticket.code } })).body).toEqual({ state: 'refused' });
    expect((await collect(ticket)).body).toEqual({ state: 'refused' });
    expect((await approve(official, ticket.code)).refusal.code).toBe('TICKET_USED');
    // Nobody else learns that the ticket was ever there.
    expect((await approve(colleague, ticket.code)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('is approved by one of two phones that scan at once', async () => {
    const ticket = await open();
    const answers = await Promise.all([approve(official, ticket.code), approve(colleague, ticket.code)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is not for a guardian, a desk or a stranger', async () => {
    const ticket = await open();
    expect((await approve(await county.person(), ticket.code)).refusal.code).toBe('DESK_NOT_OPEN');
    expect((await approve(await county.again(official, 'desk'), ticket.code)).refusal.code).toBe('TICKET_ON_PHONE_ONLY');
    expect((await county.call(approveDeskTicket, { params: { code: ticket.code } })).refusal.code).toBe('SIGN_IN_NEEDED');
    expect((await approve(official, 'ACDE3467')).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await collect(ticket)).body).toEqual({ state: 'waiting' });
  });

  it('opens nothing when the last post ended between approval and collecting', async () => {
    const leaver = await county.person({ role: 'gridWorker', area: county.areas.village });
    const ticket = await open();
    await approve(leaver, ticket.code);
    await county.rows.sql('UPDATE post SET until_on = from_on WHERE county_id = $1 AND person_id = $2', [county.countyId, leaver.id]);
    const before = await desks();
    expect((await collect(ticket)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(await desks()).toBe(before);
  });

  it('asks again after half an hour without use', async () => {
    const ticket = await open();
    await approve(official, ticket.code);
    const collected = (await collect(ticket)).body;
    if (collected.state !== 'approved') throw new Error('not approved');
    const as = { ...official, token: collected.token };
    for (const minutes of [25, 25]) {
      wait(minutes * 60);
      expect((await county.call(readMe, { as })).status).toBe(200);
    }
    wait(31 * 60);
    expect((await county.call(readMe, { as })).refusal.code).toBe('SIGN_IN_NEEDED');
  });

  it('is limited in how often one address asks and one person tries codes', async () => {
    const guesser = await county.person({ role: 'villageDoctor', area: county.areas.village });
    const codes: string[] = [];
    for (let tries = 0; tries < 25; tries++) codes.push((await approve(guesser, 'ACDE3467')).refusal.code);
    expect(codes.at(0)).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect(codes.at(-1)).toBe('RATE_LIMITED');
    wait(60);
    expect((await approve(guesser, 'ACDE3467')).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('asking the phone again', () => {
  let desk: TestPerson;
  beforeEach(async () => {
    wait(3600);
    desk = await county.again(official, 'desk');
  });
  const ask = async (purpose: StepUpPurpose, objectId: string) =>
    (await county.call(requestStepUp, { as: desk, body: { purpose, objectId, device } })).body;
  /** What a deed does with its ticket; the session is the one of `token`. */
  const consume = async (as: TestPerson, ticketId: string, purpose: StepUpPurpose, objectId: string): Promise<string> => {
    const actor = await county.app.get(Sessions).actorOf(as.token);
    if (!actor) throw new Error('nobody');
    return county.rows
      .inTransaction(tx => county.app.get(StepUps).consume(tx, actor, ticketId, purpose, objectId))
      .then(
        () => 'used',
        (error: unknown) => (error instanceof Refusal ? error.code : 'failed'),
      );
  };

  it('serves one deed on one object, once', async () => {
    const batch = newId();
    const ticket = await ask('batch:release', batch);
    expect(await consume(desk, ticket.ticketId, 'batch:release', batch)).toBe('STEP_UP_NEEDED');
    expect((await county.call(readDeskTicket, { as: official, params: { code: ticket.code } })).body.says).toBe('发放奖励资金');
    expect((await approve(official, ticket.code)).body).toEqual({ state: 'approved' });
    expect((await county.call(readStepUp, { as: desk, params: { ticketId: ticket.ticketId } })).body).toEqual({ state: 'approved' });
    expect(await consume(desk, ticket.ticketId, 'batch:release', newId())).toBe('STEP_UP_NEEDED');
    expect(await consume(desk, ticket.ticketId, 'roles:change', batch)).toBe('STEP_UP_NEEDED');
    const both = await Promise.all([1, 2].map(() => consume(desk, ticket.ticketId, 'batch:release', batch)));
    expect(both.sort()).toEqual(['STEP_UP_NEEDED', 'used']);
    expect((await county.call(readStepUp, { as: desk, params: { ticketId: ticket.ticketId } })).body).toEqual({ state: 'used' });
  });

  it('is answered by the same person only, and serves that session only', async () => {
    const batch = newId();
    const ticket = await ask('batch:release', batch);
    expect((await approve(colleague, ticket.code)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    await approve(official, ticket.code);
    const otherDesk = await county.again(official, 'desk');
    const colleagueDesk = await county.again(colleague, 'desk');
    for (const as of [otherDesk, colleagueDesk]) {
      expect(await consume(as, ticket.ticketId, 'batch:release', batch)).toBe('STEP_UP_NEEDED');
      expect((await county.call(readStepUp, { as, params: { ticketId: ticket.ticketId } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    }
    expect(await consume(desk, ticket.ticketId, 'batch:release', batch)).toBe('used');
  });

  it('is over after two minutes', async () => {
    const batch = newId();
    const ticket = await ask('batch:release', batch);
    await approve(official, ticket.code);
    wait(121);
    expect(await consume(desk, ticket.ticketId, 'batch:release', batch)).toBe('STEP_UP_NEEDED');
  });

  it('is asked for at the desk only and serves no sign-in', async () => {
    const answer = await county.call(requestStepUp, { as: official, body: { purpose: 'batch:release', objectId: newId(), device } });
    expect(answer.refusal.code).toBe('STEP_UP_AT_DESK_ONLY');
    const ticket = await ask('batch:release', newId());
    await approve(official, ticket.code);
    expect((await collect({ ticketId: ticket.ticketId, secret: 'x'.repeat(43) })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});
