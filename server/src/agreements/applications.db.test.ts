import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { signOut } from '@guanhu/shared/access/access.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import {
  answerObjection,
  listApplications,
  keepRewardPaper,
  makeApplication,
  myApplications,
  objectToRefusal,
  readApplication,
  readApplicationVoice,
  resubmitApplication,
  withdrawApplication,
} from '@guanhu/shared/agreements/application.routes';
import { DEPARTMENT_KEYS } from '@guanhu/shared/agreements/application.terms';
import { draftAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { urlOf } from '@guanhu/shared/kernel/route';
import { addWorkingDays } from '@guanhu/shared/policy/working-days.rules';
import { handIn, listHandedIn } from '@guanhu/shared/rights/handed-in.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Teams } from '../care-team/care-team.public.ts';
import { newId } from '../platform/ids.ts';
import { Patients } from '../registry/registry.public.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok, rewardCounty, VOICE_NOTE, type RewardCounty } from '../testing/reward.ts';
import { SMALL_PNG } from '../testing/rights.ts';
import { TellOfLateAnswers } from './tell-of-late-answers.ts';

let reward: RewardCounty;
let heard: Awaited<ReturnType<RewardCounty['speakers']>>;
beforeAll(async () => {
  reward = await rewardCounty();
  heard = await reward.speakers();
});
afterAll(() => reward.county.close());

const read = async (as: TestPerson, applicationId: Id) => ok(await reward.county.call(readApplication, { as, params: { applicationId } }));
/** The village refuses. */
const refused = async () => {
  const ward = await reward.ward();
  const id = await reward.apply(ward);
  ok(await reward.decide(heard.village, id, 'villageReview', { outcome: 'refuse', words: '长期不在家' }));
  return { ward, id };
};
const object = async (as: TestPerson, applicationId: Id) => {
  const { version } = await read(as, applicationId);
  return reward.county.call(objectToRefusal, { as, params: { applicationId }, body: { version, words: '我天天在家' } });
};
const answer = async (as: TestPerson, applicationId: Id, outcome: 'uphold' | 'overturn') => {
  const { version } = await read(as, applicationId);
  return reward.county.call(answerObjection, { as, params: { applicationId }, body: { version, outcome, words: '已经上门核实' } });
};

describe('applying', () => {
  it('shows the family where it stands and the offices what the rules find; the clock runs on working days', async () => {
    const ward = await reward.ward();
    const id = await reward.apply(ward);
    const mine = ok(await reward.county.call(myApplications, { as: ward.guardian }));
    expect(mine.rows.map(row => [row.applicationId, row.state])).toEqual([[id, 'villageReview']]);
    const today = reward.county.clock.today();
    expect(mine.rows[0]?.dueOn).toBe(addWorkingDays(SHIPPED_POLICIES.calendar, today, 5));
    const family = await read(ward.guardian, id);
    expect(family.findings).toEqual([]);
    expect(family.may).toMatchObject({ decide: null, withdraw: true, object: false });
    const office = await read(heard.village, id);
    expect(office.findings.map(({ rule, verdict }) => [rule, verdict])).toContainEqual(['condition', 'unknown']);
    expect(office.may.decide).toBe('villageReview');
  });

  it('takes one application for a patient at a time, also when two are sent at once', async () => {
    const ward = await reward.ward();
    const make = () =>
      reward.county.call(makeApplication, {
        as: ward.guardian,
        params: { patientId: ward.patientId },
        body: { applicationId: newId(), ...reward.year, livesTogether: true, reallyCares: true },
      });
    const answers = await Promise.all([make(), make()]);
    expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
    expect((await make()).refusal.code).toBe('APPLICATION_LIVES');
  });

  it('is written down by the village for somebody without a phone, and refuses papers of another file', async () => {
    const ward = await reward.ward();
    const make = (more: object) =>
      reward.county.call(makeApplication, {
        as: heard.village,
        params: { patientId: ward.patientId },
        body: { applicationId: newId(), ...reward.year, livesTogether: true, reallyCares: true, ...more },
      });
    expect((await make({ files: [newId()] })).refusal.code).toBe('INPUT_INVALID');
    expect((await make({ to: '2199-01-01' })).refusal.code).toBe('AGREEMENT_TERM_INVALID');
    expect((await make({ guardianId: newId() })).refusal.code).toBe('AGREEMENT_NEEDS_GUARDIAN');
    expect(ok(await make({}))).toMatchObject({ onBehalf: true, guardianName: ward.guardian.name });
  });

  it('is taken back, and made again', async () => {
    const ward = await reward.ward();
    const id = await reward.apply(ward);
    const { version } = await read(ward.guardian, id);
    const withdrawn = ok(
      await reward.county.call(withdrawApplication, { as: ward.guardian, params: { applicationId: id }, body: { version } }),
    );
    expect(withdrawn.state).toBe('withdrawn');
    expect(await reward.apply(ward)).not.toBe(id);
  });
});

it('takes photographed papers from the family’s phone, and no recordings', async () => {
  const ward = await reward.ward();
  const keep = (content: string, as = ward.guardian) =>
    reward.county.call(keepRewardPaper, { as, params: { patientId: ward.patientId }, body: { attachmentId: newId(), content } });
  const paper = ok(await keep(SMALL_PNG));
  expect(paper.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect((await keep(VOICE_NOTE)).refusal.code).toBe('PAPER_NOT_PICTURE');
  expect((await keep(SMALL_PNG, (await reward.ward()).guardian)).status).toBe(404);
  const id = await reward.apply(ward, { files: [paper.attachmentId] });
  expect((await read(heard.village, id)).files).toEqual([{ attachmentId: paper.attachmentId, type: 'image/png' }]);
});

it('shows its papers to whoever is heard on it, and to nobody anything else of the file; the read is noted', async () => {
  const ward = await reward.ward();
  const params = { patientId: ward.patientId };
  const [named, other] = [newId(), newId()];
  for (const attachmentId of [named, other])
    ok(await reward.county.call(keepRewardPaper, { as: ward.guardian, params, body: { attachmentId, content: SMALL_PNG } }));
  const id = await reward.apply(ward, { files: [named] });
  const open = (as: TestPerson, attachmentId: Id) =>
    fetch(`${reward.county.url}/api/reward-applications/${id}/papers/${attachmentId}`, {
      headers: { authorization: `Bearer ${as.token}` },
    });
  // The civil affairs cadre has no business in the file itself.
  const shown = await open(heard.civilAffairs, named);
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(SMALL_PNG);
  expect((await open(heard.civilAffairs, other)).status).toBe(404);
  expect((await open((await reward.ward()).guardian, named)).status).toBe(404);
  const reads = await reward.county.rows.sql<{ what: string }>(
    `SELECT what FROM read_log WHERE county_id = $1 AND person_id = $2 AND what = 'attachment'`,
    [reward.county.countyId, heard.civilAffairs.id],
  );
  expect(reads).toHaveLength(1);
});

it('shows a PDF with who looks at it over every page, and keeps it as it was handed in', async () => {
  const ward = await reward.ward();
  const attachmentId = newId();
  const scan = await PDFDocument.create();
  scan.addPage([300, 400]);
  const content = Buffer.from(await scan.save()).toString('base64');
  const kept = ok(
    await reward.county.call(keepRewardPaper, {
      as: ward.guardian,
      params: { patientId: ward.patientId },
      body: { attachmentId, content },
    }),
  );
  const id = await reward.apply(ward, { files: [attachmentId] });
  const shown = await fetch(`${reward.county.url}/api/reward-applications/${id}/papers/${attachmentId}`, {
    headers: { authorization: `Bearer ${heard.civilAffairs.token}` },
  });
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const bytes = Buffer.from(await shown.arrayBuffer());
  expect([bytes.includes('NotoSerifSC'), Buffer.from(content, 'base64').includes('NotoSerifSC')]).toEqual([true, false]);
  expect(createHash('sha256').update(bytes).digest('hex')).not.toBe(kept.sha256);
  const ofFile = await fetch(`${reward.county.url}/api/attachments/${attachmentId}/content`, {
    headers: { authorization: `Bearer ${reward.people.maker.token}` },
  });
  expect(ofFile.status).toBe(200);
  expect(Buffer.from(await ofFile.arrayBuffer()).includes('NotoSerifSC')).toBe(true);
  const again = await reward.county.call(readApplication, { as: heard.village, params: { applicationId: id } });
  expect(ok(again).files).toEqual([{ attachmentId, type: 'application/pdf' }]);
});

it('is said instead of typed, for those who are heard on it and for the family', async () => {
  const ward = await reward.ward();
  const applicationId = await reward.apply(ward, { voice: VOICE_NOTE });
  const [step] = (await read(heard.village, applicationId)).steps;
  expect(step).toMatchObject({ act: 'applied', words: null, hasVoice: true });
  const hear = (as: TestPerson) =>
    fetch(`${reward.county.url}/api${urlOf(readApplicationVoice, { applicationId, stepId: step?.stepId ?? '' })}`, {
      headers: { authorization: `Bearer ${as.token}` },
    });
  for (const as of [heard.village, ward.guardian]) {
    const answer = await hear(as);
    expect([answer.status, Buffer.from(await answer.arrayBuffer()).toString('base64')]).toEqual([200, VOICE_NOTE]);
  }
  expect((await hear((await reward.ward()).guardian)).status).toBe(404);
  const another = await reward.ward();
  const body = { applicationId: newId(), ...reward.year, livesTogether: true, reallyCares: true, voice: SMALL_PNG };
  const picture = await reward.county.call(makeApplication, { as: another.guardian, params: { patientId: another.patientId }, body });
  expect(picture.refusal.code).toBe('FILE_TYPE_NOT_KEPT');
});

it('keeps its papers in the file until it is taken back', async () => {
  const ward = await reward.ward();
  const params = { patientId: ward.patientId };
  const [wrong, right] = [newId(), newId()];
  for (const attachmentId of [wrong, right])
    ok(await reward.county.call(keepRewardPaper, { as: ward.guardian, params, body: { attachmentId, content: SMALL_PNG } }));
  const id = await reward.apply(ward, { files: [wrong, right] });
  const refusedToTakeOut = async (attachmentId: Id) => (await reward.takeOut(ward, attachmentId)).refusal.code;
  expect(await refusedToTakeOut(wrong)).toBe('FILE_IS_EVIDENCE');
  // Sent back and completed without one of them: that one counts no more.
  ok(await reward.decide(heard.village, id, 'villageReview', { outcome: 'return' }));
  const { version } = await read(ward.guardian, id);
  const stated = { livesTogether: true, reallyCares: true, files: [right] };
  ok(await reward.county.call(resubmitApplication, { as: ward.guardian, params: { applicationId: id }, body: { version, ...stated } }));
  ok(await reward.takeOut(ward, wrong));
  expect(await refusedToTakeOut(right)).toBe('FILE_IS_EVIDENCE');
  const { version: now } = await read(ward.guardian, id);
  ok(await reward.county.call(withdrawApplication, { as: ward.guardian, params: { applicationId: id }, body: { version: now } }));
  ok(await reward.takeOut(ward, right));
});

it('shows each office what waits for its step, and nothing else', async () => {
  const waits = async (as: TestPerson, id: Id) =>
    ok(await reward.county.call(listApplications, { as, query: { waiting: 'yes', limit: 100 } })).rows.some(
      row => row.applicationId === id,
    );
  const id = await reward.apply(await reward.ward());
  const who = [heard.village, reward.people.checker, heard.county, reward.people.maker, heard.police];
  const seen = async () => Promise.all(who.map(as => waits(as, id)));
  expect(await seen()).toEqual([true, false, false, false, false]);
  ok(await reward.decide(heard.village, id, 'villageReview'));
  expect(await seen()).toEqual([false, true, false, true, false]);
  await reward.hear(id);
  ok(await reward.decide(reward.people.checker, id, 'townshipReview'));
  expect(await seen()).toEqual([false, false, true, false, false]);
  ok(await reward.decide(heard.county, id, 'countyApproval'));
  expect(await seen()).toEqual([false, false, false, true, false]);
  ok(await reward.county.call(draftAgreement, { as: reward.people.maker, body: { applicationId: id } }));
  expect(await seen()).toEqual([false, false, false, false, false]);
});

it('passes what nobody answers in time one level up: told each week, and the county may answer', async () => {
  const { ward, id } = await refused();
  ok(await object(ward.guardian, id));
  const told = async () =>
    (
      await reward.county.rows.sql<{ key: string }>('SELECT key FROM outbox WHERE county_id = $1 AND key LIKE $2', [
        reward.county.countyId,
        `review:application-late:${id}:%:${heard.county.id}`,
      ])
    ).length;
  const late = reward.county.app.get(TellOfLateAnswers);
  await late.run(reward.county.countyId);
  expect(await told()).toBe(0);
  expect((await answer(heard.county, id, 'uphold')).refusal.code).toBe('APPLICATION_NOT_YOUR_LEVEL');
  const { dueOn, objection } = await read(heard.county, id);
  expect(objection?.officer).toBe(reward.people.checker.name);
  await reward.county.database.owner(`UPDATE reward_application SET due_on = due_on - 60 WHERE id = '${id}'`);
  expect(dueOn).not.toBeNull();
  for (let run = 0; run < 2; run += 1) await late.run(reward.county.countyId);
  expect(await told()).toBe(1);
  expect((await read(heard.county, id)).may.answer).toBe(true);
  // The family reads who answers now.
  expect((await read(ward.guardian, id)).objection?.officer).toBe(heard.county.name);
  ok(await answer(heard.county, id, 'uphold'));
});

describe('deciding', () => {
  it('goes from the village over five departments and the township to the county, and to an agreement (YM-24)', async () => {
    const ward = await reward.ward();
    const id = await reward.approved(ward);
    const detail = await read(reward.people.maker, id);
    expect(detail.state).toBe('approved');
    expect(detail.steps.filter(step => step.act === 'opinion').map(step => step.department)).toEqual([...DEPARTMENT_KEYS]);
    expect(detail.may.draft).toBe(true);
    const body = { applicationId: id };
    const drafted = ok(await reward.county.call(draftAgreement, { as: reward.people.maker, body }));
    expect(drafted).toMatchObject({ patientId: ward.patientId, guardianId: ward.guardian.id, from: detail.from, to: detail.to });
    expect((await read(reward.people.maker, id)).agreementId).toBe(drafted.id);
    // Heard about the application, and no reader of the agreement.
    expect((await read(reward.people.doctor, id)).agreementId).toBeNull();
    expect((await reward.county.call(draftAgreement, { as: reward.people.maker, body })).refusal.code).toBe('AGREEMENT_OVERLAPS');
  });

  it('leads to no agreement before it is approved, and never to one without it', async () => {
    const applicationId = await reward.apply(await reward.ward());
    const draft = (body: object) => reward.county.call(draftAgreement, { as: reward.people.maker, body });
    expect((await draft({ applicationId })).refusal.code).toBe('AGREEMENT_NEEDS_APPLICATION');
    expect((await draft({})).refusal.code).toBe('INPUT_INVALID');
  });

  it('asks each department for its own opinion, by the holder of its post', async () => {
    const id = await reward.apply(await reward.ward());
    expect((await reward.opineFor('police', id)).refusal.code).toBe('APPLICATION_MOVE_NOT_ALLOWED');
    ok(await reward.decide(heard.village, id, 'villageReview'));
    expect((await reward.opineFor('police', id, {}, heard.health)).refusal.code).toBe('APPLICATION_NOT_YOUR_DEPARTMENT');
    expect((await reward.opineFor('police', id, { stand: 'disagree' })).refusal.code).toBe('APPLICATION_NEEDS_WORDS');
    ok(await reward.opineFor('police', id));
    expect((await reward.opineFor('police', id)).refusal.code).toBe('APPLICATION_OPINION_GIVEN');
    expect((await reward.decide(reward.people.checker, id, 'townshipReview')).refusal.code).toBe('APPLICATION_OPINIONS_MISSING');
  });

  it('lets nobody decide who is of the family or acts for somebody who is', async () => {
    const lead = heard.village;
    const ward = await reward.ward({ guardian: lead });
    const id = await reward.apply(ward);
    // As a guardian they see their own application, and the door of the village's review is closed to them.
    expect((await read(lead, id)).findings).toEqual([]);
    expect((await reward.decide(lead, id, 'villageReview')).status).toBe(404);
    const { county } = reward;
    const other = await county.person({ role: 'villageLead', area: county.areas.village });
    await county.rows.inTransaction(tx => county.app.get(Patients).startGuardianship(tx, ward.patientId, other.id, 'sibling'));
    expect((await reward.decide(other, id, 'villageReview')).refusal.code).toBe('APPLICATION_OWN_PARTY');
  });

  it('asks another person at another level', async () => {
    const { county } = reward;
    const id = await reward.apply(await reward.ward());
    ok(await reward.decide(heard.village, id, 'villageReview'));
    await reward.hear(id);
    const vault = await county.person({ role: 'townshipLead' });
    await county.rows.sql(
      `INSERT INTO post (county_id, id, person_id, role, area_id, from_on) VALUES ($1, $2, $3, 'administrator', $4, '2020-01-01')`,
      [county.countyId, newId(), vault.id, county.areas.county],
    );
    ok(await reward.decide(vault, id, 'townshipReview'));
    expect((await reward.decide(vault, id, 'countyApproval')).refusal.code).toBe('APPLICATION_DECIDED_BY_YOU');
    ok(await reward.decide(heard.county, id, 'countyApproval'));
  });

  it('keeps the history of what was sent back, and hears the departments anew', async () => {
    const ward = await reward.ward();
    const id = await reward.apply(ward);
    ok(await reward.decide(heard.village, id, 'villageReview'));
    await reward.hear(id);
    ok(await reward.decide(reward.people.checker, id, 'townshipReview', { outcome: 'return', words: '请补户口本' }));
    const { version } = await read(ward.guardian, id);
    const again = { version, livesTogether: true, reallyCares: true, words: '户口本交给村里了' };
    ok(await reward.county.call(resubmitApplication, { as: ward.guardian, params: { applicationId: id }, body: again }));
    ok(await reward.decide(heard.village, id, 'villageReview'));
    const detail = await read(heard.police, id);
    expect(detail.steps.map(step => step.round)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(detail.may.opine).toEqual(['police']);
  });

  it('settles two decisions at once', async () => {
    const id = await reward.apply(await reward.ward());
    const lead = heard.village;
    const answers = await Promise.all([
      reward.decide(lead, id, 'villageReview'),
      reward.decide(lead, id, 'villageReview', { outcome: 'refuse' }),
    ]);
    expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
  });
});

describe('a refusal', () => {
  it('says why, until when and to whom one objects; a named officer one level up answers', async () => {
    const { ward, id } = await refused();
    const seen = await read(ward.guardian, id);
    expect(seen.steps.at(-1)).toMatchObject({ act: 'refused', words: '长期不在家' });
    expect(seen.objection).toMatchObject({
      until: addWorkingDays(SHIPPED_POLICIES.calendar, reward.county.clock.today(), 10),
      officer: reward.people.checker.name,
    });
    expect(seen.may.object).toBe(true);
    ok(await object(ward.guardian, id));
    expect((await answer(heard.county, id, 'overturn')).refusal.code).toBe('APPLICATION_NOT_YOUR_LEVEL');
    expect(ok(await answer(reward.people.checker, id, 'overturn')).state).toBe('townshipReview');
  });

  it('stays when the answer upholds it, and the family may apply anew', async () => {
    const { ward, id } = await refused();
    ok(await object(ward.guardian, id));
    expect(ok(await answer(reward.people.checker, id, 'uphold')).state).toBe('closed');
    expect((await object(ward.guardian, id)).refusal.code).toBe('APPLICATION_MOVE_NOT_ALLOWED');
    await reward.apply(ward);
  });

  it('is not objected to after its last day', async () => {
    const { ward, id } = await refused();
    const { objection } = await read(ward.guardian, id);
    const { clock } = reward.county;
    const before = clock.now();
    clock.set(new Date(`${addDays(objection?.until ?? clock.today(), 1)}T09:00:00+08:00`));
    expect((await object(ward.guardian, id)).refusal.code).toBe('APPLICATION_OBJECTION_LATE');
    clock.set(before);
  });
});

describe('what a family did without signal', () => {
  const atTen = (day: string) => new Date(`${day}T10:00:00+08:00`);
  /** The last day on which the refusal can be objected to is over. */
  const late = async () => {
    const { ward, id } = await refused();
    const { objection, version } = await read(ward.guardian, id);
    const until = objection?.until ?? reward.county.clock.today();
    const before = reward.county.clock.now();
    reward.county.clock.set(atTen(addDays(until, 2)));
    return { ward, id, version, until, restore: () => reward.county.clock.set(before) };
  };

  it('is objected in time when it was written in time, and stands under that day', async () => {
    const { ward, id, version, until, restore } = await late();
    const tappedAt = atTen(until).toISOString();
    const body = { version, words: '我天天在家' };
    const send = (more: object) =>
      reward.county.call(objectToRefusal, { as: ward.guardian, params: { applicationId: id }, body: { ...body, ...more } });
    expect((await send({ tappedAt: atTen(addDays(until, 1)).toISOString() })).refusal.code).toBe('APPLICATION_OBJECTION_LATE');
    const objected = ok(await send({ tappedAt }));
    expect([objected.state, objected.steps.at(-1)?.at]).toEqual(['objected', tappedAt]);
    // Whoever answers has all their days from now on.
    expect(Date.parse(objected.objection?.answerDueOn ?? '')).toBeGreaterThan(reward.county.clock.now().getTime());
    restore();
  });

  it('stands after what it was done about, whatever the phone’s clock says', async () => {
    const ward = await reward.ward();
    const id = await reward.apply(ward);
    const { version, steps } = await read(ward.guardian, id);
    const tappedAt = new Date(reward.county.clock.now().getTime() - 3_600_000).toISOString();
    const call = { as: ward.guardian, params: { applicationId: id }, body: { version, tappedAt } };
    const withdrawn = ok(await reward.county.call(withdrawApplication, call));
    expect(withdrawn.steps.map(({ act, at }) => [act, at])).toEqual([
      ['applied', steps[0]?.at],
      ['withdrawn', steps[0]?.at],
    ]);
  });

  it('reaches the office under its patient when the phone’s account has ended', async () => {
    const { ward, id } = await refused();
    const { version } = await read(ward.guardian, id);
    ok(await reward.county.call(signOut, { as: ward.guardian }));
    const path = urlOf(objectToRefusal, { applicationId: id });
    const written = { key: newId(), method: 'POST' as const, path, contract: 2, body: { version, words: '我天天在家' }, what: '提异议' };
    const madeAt = reward.county.clock.now().toISOString();
    expect(ok(await reward.county.call(handIn, { body: { ...written, madeAt, proof: ward.guardian.token } }))).toEqual({
      outcome: 'waiting',
    });
    const { rows } = ok(await reward.county.call(listHandedIn, { as: reward.people.doctor, query: { patientId: ward.patientId } }));
    expect(rows.map(({ handedInId, what }) => [handedInId, what])).toEqual([[written.key, '提异议']]);
  });
});

it('gives the team its tasks, takes them back when they are done, and tells the family what is decided', async () => {
  const { county, people } = reward;
  const ward = await reward.ward();
  const lead = heard.village;
  await county.rows.inTransaction(async tx => {
    await county.app.get(Teams).takeSeat(tx, ward.patientId, 'lead', lead.id);
    await county.app.get(Teams).takeSeat(tx, ward.patientId, 'police', heard.police.id);
  });
  const tasksOf = async (as: TestPerson, id: Id) =>
    ok(await county.call(listTodaysTasks, { as, query: { limit: 100 } }))
      .rows.filter(task => task.causeId === id)
      .map(task => task.kind);
  const kinds = async (id: Id) => {
    const rows = await county.rows.sql<{ kind: string; state: string; seat: string }>(
      'SELECT kind, state, seat FROM task WHERE county_id = $1 AND cause_id = $2 ORDER BY opened_at, seat',
      [county.countyId, id],
    );
    return rows.map(row => `${row.kind} ${row.seat} ${row.state}`);
  };
  const id = await reward.apply(ward);
  expect(await kinds(id)).toEqual(['applicationReview lead open']);
  ok(await reward.decide(lead, id, 'villageReview'));
  expect(await kinds(id)).toContain('applicationReview lead done');
  expect((await kinds(id)).filter(kind => kind.endsWith('open'))).toHaveLength(5);
  ok(await reward.opineFor('police', id));
  expect(await kinds(id)).toContain('applicationOpinion police done');
  expect(await tasksOf(heard.police, id)).toEqual([]);
  await reward.opineFor('health', id);
  ok(await reward.decide(people.checker, id, 'townshipReview', { outcome: 'return', words: '请补材料' }));
  expect((await kinds(id)).filter(kind => kind.endsWith('open'))).toEqual([]);
  const told = await county.rows.sql('SELECT key FROM outbox WHERE county_id = $1 AND kind = $2 AND key LIKE $3', [
    county.countyId,
    'remind',
    `application:${id}:%`,
  ]);
  expect(told).toHaveLength(1);
});

it('lists the applications of the asker’s places only, a page at a time', async () => {
  const { county, people } = reward;
  const page = ok(await county.call(listApplications, { as: people.maker, query: { limit: 2 } }));
  expect(page.rows).toHaveLength(2);
  const next = ok(await county.call(listApplications, { as: people.maker, query: { limit: 2, after: page.next ?? '' } }));
  expect(next.rows.map(row => row.applicationId)).not.toContain(page.rows[0]?.applicationId);
  const elsewhere = await county.person({ role: 'villageLead', area: county.areas.farVillage });
  expect(ok(await county.call(listApplications, { as: elsewhere })).rows).toEqual([]);
});
