import { readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import {
  answerObjection,
  listObjections,
  makeObjection,
  readObjection,
  recordObjection,
  recordTraining,
} from '@guanhu/shared/appraisal/objections.routes';
import { addDays, calendarDate, dayOf, daysBetween } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { listEntitlements, myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { newId } from '../platform/ids.ts';
import type { TestPerson, Ward } from '../testing/county.ts';
import { ok, rewardCounty, VOICE_NOTE, type RewardCounty } from '../testing/reward.ts';
import { PassUnanswered } from './pass-unanswered.ts';
import { TakeEffect } from './take-effect.ts';

const DAY = 86_400_000;
/** Nobody is told anything at night. */
const MORNING = new Date(`${dayOf(new Date())}T10:00:00+08:00`);
let reward: RewardCounty;
let administrator: TestPerson;
let secondDoctor: TestPerson;
beforeAll(async () => {
  reward = await rewardCounty();
  administrator = await reward.county.person({ role: 'administrator', area: reward.county.areas.county, channel: 'desk' });
  secondDoctor = await reward.county.person({ role: 'mentalHealthDoctor' });
});
afterAll(() => reward.county.close());

const object = (ward: Ward, appraisalId: Id, body: object = { words: '那天在医院陪护' }, as = ward.guardian) =>
  reward.county.call(makeObjection, { as, params: { appraisalId }, body: { objectionId: newId(), ...body } });
const answer = (objectionId: Id, as: TestPerson, outcome: 'upheld' | 'refused', version = 1) =>
  reward.county.call(answerObjection, { as, params: { objectionId }, body: { version, outcome, reasons: '经核实，当天确在医院' } });
const appraisalOf = async (appraisalId: Id) =>
  ok(await reward.county.call(readAppraisal, { as: reward.people.doctor, params: { appraisalId } }));
const paid = async (agreementId: Id) => {
  const { rows } = ok(await reward.county.call(listEntitlements, { as: reward.people.maker, query: { limit: 100 } }));
  return rows.filter(row => row.agreementId === agreementId).map(({ kind, amountFen }) => [kind, amountFen]);
};
const line = async (ward: Ward, appraisalId: Id) => {
  const { agreements } = ok(await reward.county.call(myPassbook, { as: ward.guardian }));
  const found = agreements.flatMap(each => each.lines).find(each => each.appraisalId === appraisalId);
  if (!found) throw new Error('no such line');
  return found;
};

describe('a guardian', () => {
  it('reads under the line what was deducted by which clause, when it can be claimed, and until when to object', async () => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    const shown = await line(ward, id);
    expect(shown).toMatchObject({ state: 'decided', amountFen: 30_000, fullFen: 60_000, heardOn: reward.county.clock.today() });
    expect(shown.deductions).toEqual([{ clause: 'reporting', label: expect.any(String) as string, evidence: '走失两天后才告知村委会' }]);
    expect(shown.mayObject).toEqual({ level: 'township', until: addDays(reward.county.clock.today(), 5) });
    expect(shown.claim).toContain('认定生效');
  });

  it('objects from that line, by voice too; a named officer who had no part in it answers by a working day', async () => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    const made = ok(await object(ward, id, { voice: { fileId: newId(), content: VOICE_NOTE } }));
    expect(made).toMatchObject({ level: 'township' });
    expect(made.officer).not.toBeNull();
    const shown = await line(ward, id);
    expect(shown).toMatchObject({ state: 'objected', mayObject: null });
    expect(shown.objections).toEqual([expect.objectContaining({ state: 'open', hasVoice: true, words: null, dueOn: made.dueOn })]);
    // Nothing is paid while it is looked at, whatever day it becomes.
    reward.county.clock.advance(9 * DAY);
    await reward.county.app.get(TakeEffect).run(reward.county.countyId);
    reward.county.clock.advance(-9 * DAY);
    expect((await appraisalOf(id)).state).toBe('objected');
  });

  it.each([
    ['without a word', {}, 422, 'OBJECTION_EMPTY'],
    ['with a picture for a voice', { voice: { fileId: newId(), content: 'iVBORw0KGgo=' } }, 422, undefined],
    ['with something unknown', { words: '不对', amountFen: 60_000 }, 400, 'INPUT_INVALID'],
  ])('is refused %s', async (_, body, status, code) => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    const refused = await object(ward, id, body);
    expect(refused.status).toBe(status);
    if (code !== undefined) expect(refused.refusal.code).toBe(code);
    expect((await appraisalOf(id)).state).toBe('decided');
  });

  it('cannot object twice at once, nor to payment in full, nor to what is another’s', async () => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    ok(await object(ward, id));
    expect((await object(ward, id)).refusal.code).toBe('OBJECTION_NOT_POSSIBLE');
    const other = await reward.ward();
    expect((await object(ward, id, undefined, other.guardian)).status).toBe(404);
    const first = ok(await reward.opine(reward.people.doctor, await reward.proposed(await reward.active(other))));
    const full = ok(await reward.opine(reward.people.maker, first));
    expect((await object(other, full.id)).refusal.code).toBe('OBJECTION_NOT_POSSIBLE');
  });

  it('can have the village object for them; the family’s own official does not count as the village', async () => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    const lead = await reward.county.person({ role: 'villageLead', area: reward.county.areas.village });
    const send = (as: TestPerson) =>
      reward.county.call(recordObjection, {
        as,
        params: { appraisalId: id },
        body: { objectionId: newId(), words: '他托我说：那天在医院' },
      });
    expect((await send(ward.guardian)).status).toBe(404);
    ok(await send(lead));
    expect((await line(ward, id)).objections[0]).toMatchObject({ way: 'village' });
  });
});

describe('an answer', () => {
  it('comes from nobody who decided, is party, or stands in for one of them', async () => {
    const ward = await reward.ward({ guardian: reward.people.checker });
    const drafted = ok(await reward.draft(ward));
    ok(await reward.sign(reward.people.checker, drafted));
    const otherLead = await reward.county.person({ role: 'townshipLead', channel: 'desk' });
    ok(await reward.countersign(otherLead, drafted.id));
    await reward.county.work();
    const opinion = {
      outcome: 'zero',
      breaches: [{ clause: 'visits', evidence: '三次不开门' }],
      guardianHeardOn: reward.county.clock.today(),
    };
    const first = ok(await reward.opine(reward.people.doctor, await reward.proposed(drafted.id), opinion));
    const decided = ok(await reward.opine(reward.people.maker, first, opinion));
    const { objectionId } = ok(await object(ward, decided.id));
    expect((await answer(objectionId, reward.people.maker, 'refused')).refusal.code).toBe('OBJECTION_NOT_YOURS');
    expect((await answer(objectionId, reward.people.checker, 'upheld')).refusal.code).toBe('APPRAISAL_OWN_PARTY');
    const deputy = await reward.county.person({ role: 'townshipLead', channel: 'desk' });
    await reward.county.rows.sql(
      'INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)',
      [reward.county.countyId, newId(), reward.people.maker.id, deputy.id, reward.county.clock.today()],
    );
    expect((await answer(objectionId, deputy, 'refused')).refusal.code).toBe('OBJECTION_NOT_YOURS');
    ok(await answer(objectionId, otherLead, 'refused'));
    expect((await answer(objectionId, administrator, 'upheld', 2)).refusal.code).toBe('OBJECTION_CLOSED');
  });

  it('in favour changes nothing by itself: two decide anew, never on less, and the whole becomes one entitlement', async () => {
    const ward = await reward.ward();
    const { id, agreementId } = await reward.deducted(ward);
    const { objectionId } = ok(await object(ward, id));
    ok(await answer(objectionId, reward.people.checker, 'upheld'));
    await reward.county.work();
    const open = await appraisalOf(id);
    expect(open).toMatchObject({ state: 'answered', round: 2, decidedFen: 30_000, mayOpine: true, mine: false });
    expect(await paid(agreementId)).toEqual([]);
    const zero = {
      outcome: 'zero',
      breaches: [{ clause: 'reporting', evidence: '仍未说明' }],
      guardianHeardOn: reward.county.clock.today(),
    };
    expect((await reward.opine(secondDoctor, open, zero)).refusal.code).toBe('OBJECTION_NEVER_LOWERS');
    const first = ok(await reward.opine(secondDoctor, open));
    expect(first).toMatchObject({ state: 'answered', waitingForSecond: true });
    expect(ok(await reward.opine(reward.people.maker, first))).toMatchObject({ state: 'final', decidedFen: 60_000 });
    await reward.county.work();
    expect(await paid(agreementId)).toEqual([['regular', 60_000]]);
  });

  it('after the deduction took effect becomes a supplement of what is missing, once', async () => {
    const ward = await reward.ward();
    const { id, agreementId } = await reward.deducted(ward);
    reward.county.clock.advance(6 * DAY);
    await reward.county.app.get(TakeEffect).run(reward.county.countyId);
    await reward.county.work();
    expect(await paid(agreementId)).toEqual([['regular', 30_000]]);
    const { objectionId } = ok(await object(ward, id));
    ok(await answer(objectionId, reward.people.checker, 'upheld'));
    const first = ok(await reward.opine(secondDoctor, await appraisalOf(id)));
    ok(await reward.opine(reward.people.maker, first));
    await reward.county.work();
    expect((await paid(agreementId)).sort()).toEqual([
      ['regular', 30_000],
      ['supplement', 30_000],
    ]);
    await reward.county.app.get(TakeEffect).run(reward.county.countyId);
    await reward.county.work();
    expect(await paid(agreementId)).toHaveLength(2);
    reward.county.clock.advance(-6 * DAY);
  });

  it('refusing it lets the guardian go to the county, whose refusal is the last and takes effect', async () => {
    const ward = await reward.ward();
    const { id, agreementId } = await reward.deducted(ward);
    const { objectionId } = ok(await object(ward, id));
    ok(await answer(objectionId, reward.people.checker, 'refused'));
    expect((await line(ward, id)).mayObject).toMatchObject({ level: 'county' });
    // Refused, nobody decides anew.
    expect((await reward.opine(reward.people.doctor, await appraisalOf(id))).refusal.code).toBe('APPRAISAL_NOT_OPEN');
    const county = ok(await object(ward, id, { words: '我不同意' }));
    expect(county.level).toBe('county');
    expect((await answer(county.objectionId, await reward.county.person({ role: 'townshipLead' }), 'refused')).status).toBe(404);
    ok(await answer(county.objectionId, administrator, 'refused'));
    expect((await line(ward, id)).mayObject).toBeNull();
    await reward.county.app.get(TakeEffect).run(reward.county.countyId);
    await reward.county.work();
    expect(await paid(agreementId)).toEqual([['regular', 30_000]]);
  });

  it('is contested in time from where there is no signal, though the refusal took effect meanwhile', async () => {
    const ward = await reward.ward();
    const { id, agreementId } = await reward.deducted(ward);
    const { objectionId } = ok(await object(ward, id));
    ok(await answer(objectionId, reward.people.checker, 'refused'));
    const tappedAt = new Date(reward.county.clock.now().getTime() + 1_000).toISOString();
    reward.county.clock.advance(6 * DAY);
    await reward.county.app.get(TakeEffect).run(reward.county.countyId);
    await reward.county.work();
    expect(await paid(agreementId)).toEqual([['regular', 30_000]]);
    expect((await object(ward, id, { words: '我不同意' })).refusal.code).toBe('OBJECTION_NOT_POSSIBLE');
    expect(ok(await object(ward, id, { words: '我不同意', tappedAt })).level).toBe('county');
    const shown = (await line(ward, id)).objections.at(-1);
    expect([shown?.level, shown?.at]).toEqual(['county', tappedAt]);
    if (!shown) throw new Error('no objection');
    // Refused once more, nothing is paid twice.
    ok(await answer(shown.id, administrator, 'refused'));
    await reward.county.app.get(TakeEffect).run(reward.county.countyId);
    await reward.county.work();
    expect(await paid(agreementId)).toEqual([['regular', 30_000]]);
    reward.county.clock.advance(-6 * DAY);
  });

  it('that nobody gives in time goes to the county by itself, once', async () => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    const { objectionId } = ok(await object(ward, id));
    const pass = reward.county.app.get(PassUnanswered);
    await pass.run(reward.county.countyId);
    expect((await line(ward, id)).objections).toHaveLength(1);
    reward.county.clock.advance(40 * DAY);
    await pass.run(reward.county.countyId);
    await pass.run(reward.county.countyId);
    reward.county.clock.advance(-40 * DAY);
    expect((await line(ward, id)).objections.map(each => [each.level, each.state])).toEqual([
      ['township', 'passed'],
      ['county', 'open'],
    ]);
    const { body } = await reward.county.call(listObjections, { as: administrator, query: { state: 'open', limit: 100 } });
    expect(body.rows.some(row => row.appraisalId === id && row.level === 'county')).toBe(true);
    expect((await answer(objectionId, reward.people.checker, 'upheld', 2)).refusal.code).toBe('OBJECTION_CLOSED');
  });

  it('that the county does not give in time either is asked of the next of its officers, by name', async () => {
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    ok(await object(ward, id));
    await reward.county.person({ role: 'administrator', area: reward.county.areas.county });
    const pass = reward.county.app.get(PassUnanswered);
    const newest = async () => (await line(ward, id)).objections.at(-1);
    /** On the day after the newest objection's last day for an answer. @returns how far that is */
    const whenLate = async () => {
      const days = daysBetween(reward.county.clock.today(), calendarDate((await newest())?.dueOn ?? '')) + 1;
      reward.county.clock.advance(days * DAY);
      for (let run = 0; run < 2; run += 1) await pass.run(reward.county.countyId);
      return days;
    };
    const days = [await whenLate()];
    const first = await newest();
    days.push(await whenLate());
    const second = await newest();
    for (const each of days) reward.county.clock.advance(-each * DAY);
    expect([first?.level, first?.state, second?.state, second?.dueOn]).toEqual(['county', 'open', 'open', first?.dueOn]);
    expect(first?.officer).toBeTruthy();
    expect(second?.officer).toBeTruthy();
    expect(second?.officer).not.toBe(first?.officer);
    const told = await reward.county.rows.sql<{ key: string }>(
      `SELECT DISTINCT outbox.key FROM outbox JOIN appraisal_objection AS objection ON objection.county_id = $1 AND objection.appraisal_id = $2
         AND outbox.key LIKE 'objection:' || objection.id || ':%' WHERE outbox.county_id = $1 AND objection.level = 'county'`,
      [reward.county.countyId, id],
    );
    expect(told).toHaveLength(2);
  });

  it('tells guardian and officer without saying what about, and keeps every word sealed', async () => {
    reward.county.clock.set(MORNING);
    const ward = await reward.ward();
    const { id } = await reward.deducted(ward);
    const { objectionId } = ok(await object(ward, id, { words: '那天在医院陪护' }));
    ok(await answer(objectionId, reward.people.checker, 'refused'));
    await reward.county.work();
    const told = await reward.county.rows.sql<{ purpose: string; what: string }>(
      'SELECT purpose, what FROM message WHERE county_id = $1 AND person_id = $2',
      [reward.county.countyId, ward.guardian.id],
    );
    // To be signed, countersigned, decided, and answered.
    const notices = told.filter(each => each.purpose === 'notice').map(each => each.what);
    expect(notices).toEqual(Array.from({ length: 4 }, () => '有一项办理结果'));
    const rows = await reward.county.rows.sql<{ words_sealed: Buffer | null; reasons_sealed: Buffer | null }>(
      'SELECT words_sealed, reasons_sealed FROM appraisal_objection WHERE county_id = $1',
      [reward.county.countyId],
    );
    expect(rows.every(row => !row.words_sealed?.includes(Buffer.from('医院')) && !row.reasons_sealed?.includes(Buffer.from('核实')))).toBe(
      true,
    );
    const { body } = await reward.county.call(readObjection, { as: reward.people.checker, params: { objectionId } });
    expect(body).toMatchObject({ words: '那天在医院陪护', state: 'refused', mayAnswer: false });
  });
});

describe('evidence', () => {
  it('stays as it was frozen; what is noted later is told as later', async () => {
    const ward = await reward.ward();
    const { id } = await reward.proposed(await reward.active(ward));
    const before = await appraisalOf(id);
    expect(before).toMatchObject({ later: [], evidence: { trainings: 0 } });
    const note = (onDay: string) =>
      reward.county.call(recordTraining, {
        as: reward.people.doctor,
        params: { appraisalId: id },
        body: { trainingId: newId(), onDay: onDay as never, topic: '安全用药' },
      });
    expect((await note(addDays(before.from, -1))).refusal.code).toBe('TRAINING_DAY_INVALID');
    expect((await note(addDays(before.to, 1))).refusal.code).toBe('TRAINING_DAY_INVALID');
    ok(await note(before.from));
    ok(await note(before.to));
    const after = await appraisalOf(id);
    expect(after.evidence).toEqual(before.evidence);
    expect(after.later).toEqual(['材料收集以后又登记了2次培训']);
  });
});
