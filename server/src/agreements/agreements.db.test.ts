import {
  checkAgreement,
  listAgreements,
  printAgreement,
  readAgreement,
  resumeAgreement,
  signAgreement,
  suspendAgreement,
  terminateAgreement,
} from '@guanhu/shared/agreements/agreements.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepSignedPage, signOnPaper, startReading } from '@guanhu/shared/agreements/signing.routes';
import { clipName } from '../platform/clips/clips.ts';
import { Config } from '../platform/config/config.ts';
import { newId } from '../platform/ids.ts';
import { SMALL_PNG } from '../testing/rights.ts';
import type { TestPerson } from '../testing/county.ts';
import { RemindOfRenewal } from './remind-of-renewal.ts';
import { ok, rewardCounty, STROKES, type RewardCounty } from '../testing/reward.ts';

let reward: RewardCounty;
beforeAll(async () => {
  reward = await rewardCounty();
});
afterAll(() => reward.county.close());

describe('drawing an agreement up', () => {
  it('gives it a number, a text with its digests, and the terms of the policy (YM-24)', async () => {
    const { body } = await reward.draft(await reward.ward());
    expect(body.number).toMatch(/^GH-990101-\d{4}-\d{4}$/);
    expect(body.state).toBe('draft');
    expect(body.cycle).toBe('quarter');
    expect(body.fullFen).toBe(240_000);
    expect(body.standards).toEqual([{ from: body.from, monthlyFen: 20_000, yearlyFen: 240_000 }]);
    expect(body.contentSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(body.contentSm3).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(body.sections)).toContain(body.number);
  });

  it('counts numbers up without gaps', async () => {
    const [a, b] = [await reward.draft(await reward.ward()), await reward.draft(await reward.ward())];
    const serial = (number: string) => Number(number.slice(-4));
    expect(serial(b.body.number)).toBe(serial(a.body.number) + 1);
  });

  it('allows one live agreement for a patient, also when two officials try at once', async () => {
    const ward = await reward.ward();
    const answers = await Promise.all([reward.draft(ward), reward.draft(ward)]);
    expect(answers.map(each => each.status).sort()).toEqual([200, 409]);
    expect((await reward.draft(ward)).refusal.code).toBe('AGREEMENT_OVERLAPS');
  });

  it.each([
    ['more days than were applied for', { to: '2099-01-01' }, 409, 'AGREEMENT_NEEDS_APPLICATION'],
    ['an end before the start', { to: '2020-01-01' }, 422, 'AGREEMENT_TERM_INVALID'],
    ['a day that does not exist', { to: '2027-02-30' }, 400, 'INPUT_INVALID'],
    ['an unknown field', { bonus: 1 }, 400, 'INPUT_INVALID'],
    ['no such application', { applicationId: '01900000-0000-7000-8000-00000000dead' }, 404, 'NOT_FOUND_OR_NO_ACCESS'],
  ])('refuses %s', async (_, more, status, code) => {
    const answer = await reward.draft(await reward.ward(), more);
    expect([answer.status, answer.refusal.code]).toEqual([status, code]);
  });

  it('refuses whoever applied and is guardian no more', async () => {
    const [ward, other] = [await reward.ward(), await reward.ward()];
    const applicationId = await reward.granted({ ...ward, guardian: other.guardian });
    expect((await reward.draft(ward, { applicationId })).refusal.code).toBe('AGREEMENT_NEEDS_GUARDIAN');
  });

  it('refuses a start before the days of the policy', async () => {
    const { from } = reward.year;
    const answer = await reward.draft(await reward.ward(), { from: addDays(from, -6) });
    expect(answer.refusal.code).toBe('AGREEMENT_TERM_INVALID');
  });

  it('refuses the guardian’s own official, and strangers as if there were nothing', async () => {
    const own = await reward.ward({ guardian: reward.people.maker });
    expect((await reward.draft(own)).refusal.code).toBe('AGREEMENT_OWN_PARTY');
    const stranger = await reward.county.person({ role: 'socialAffairsOfficer', area: reward.county.areas.otherTownship });
    const drafted = await reward.draft(await reward.ward());
    const read = await reward.county.call(readAgreement, { as: stranger, params: { agreementId: drafted.body.id } });
    expect([read.status, read.refusal.code]).toEqual([404, 'NOT_FOUND_OR_NO_ACCESS']);
  });
});

describe('signing', () => {
  it('keeps the strokes sealed and draws them into the printed page', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const signed = await reward.sign(ward.guardian, drafted);
    expect(signed.body).toMatchObject({ state: 'signedByGuardian', version: 2 });
    expect((await reward.countersign(reward.people.checker, drafted.id)).body.state).toBe('active');
    const printed = await reward.county.call(printAgreement, { as: ward.guardian, params: { agreementId: drafted.id } });
    expect(printed.body.html).toContain('<path d="M0 0L100 60L20 120"');
    expect(printed.body.contentSha256).toBe(drafted.contentSha256);
    const { url, countyId } = reward.county;
    const file = await fetch(`${url}/api/agreements/${drafted.id}/pdf`, { headers: { authorization: `Bearer ${ward.guardian.token}` } });
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const pdf = Buffer.from(await file.arrayBuffer());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const again = await fetch(`${url}/api/agreements/${drafted.id}/pdf`, { headers: { authorization: `Bearer ${ward.guardian.token}` } });
    expect(Buffer.from(await again.arrayBuffer()).equals(pdf)).toBe(true);
    const [row] = await reward.county.rows.sql<{ strokes_sealed: Buffer }>(
      `SELECT strokes_sealed FROM agreement_signature WHERE county_id = $1 AND agreement_id = $2 AND side = 'guardian'`,
      [countyId, drafted.id],
    );
    expect(row?.strokes_sealed.includes('120')).toBe(false);
  });

  it('says of a paper only whether it is genuine, and only once both have signed', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const asked = async (number: string, digest: string) => ok(await reward.county.call(checkAgreement, { body: { number, digest } }));
    const short = drafted.contentSha256.slice(0, 16);
    expect(await asked(drafted.number, short)).toEqual({ genuine: false });
    ok(await reward.sign(ward.guardian, drafted));
    ok(await reward.countersign(reward.people.checker, drafted.id));
    for (const digest of [short, drafted.contentSha256, drafted.contentSm3])
      expect(await asked(drafted.number, digest)).toEqual({ genuine: true });
    expect(await asked(drafted.number, `${short.slice(0, 15)}${short.endsWith('0') ? '1' : '0'}`)).toEqual({ genuine: false });
    expect(await asked(drafted.number.replace('990101', '990102'), short)).toEqual({ genuine: false });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => reward.county.call(checkAgreement, { body: { number: drafted.number, digest: short } })),
    );
    expect(answers.some(answer => answer.refusal.code === 'RATE_LIMITED')).toBe(true);
  });

  it.each([
    ['an empty signature', { strokes: [] }, 422, 'SIGNATURE_EMPTY'],
    [
      'a dot',
      {
        strokes: [
          [
            [10, 10],
            [11, 10],
          ],
        ],
      },
      422,
      'SIGNATURE_EMPTY',
    ],
    ['a text that was not read to its end', { readToEnd: false }, 422, 'AGREEMENT_NOT_READ'],
    ['another text', { contentSha256: '0'.repeat(64) }, 409, 'AGREEMENT_TEXT_CHANGED'],
    ['a stale version', { version: 7 }, 409, 'STALE'],
    [
      'a point outside the canvas',
      {
        strokes: [
          [
            [10, 10],
            [9999, 10],
          ],
        ],
      },
      400,
      'INPUT_INVALID',
    ],
  ])('refuses %s and writes nothing', async (_, more, status, code) => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const answer = await reward.sign(ward.guardian, drafted, more);
    expect([answer.status, answer.refusal.code]).toEqual([status, code]);
    const read = await reward.county.call(readAgreement, { as: ward.guardian, params: { agreementId: drafted.id } });
    expect(read.body).toMatchObject({ state: 'draft', version: 1, may: { sign: true } });
  });

  it('takes a reading of the same session that began long enough ago', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const readingId = newId();
    const start = { as: ward.guardian, params: { agreementId: drafted.id } };
    const body = { readingId, contentSha256: drafted.contentSha256 };
    expect((await reward.county.call(startReading, { ...start, body: { ...body, contentSha256: '0'.repeat(64) } })).refusal.code).toBe(
      'AGREEMENT_TEXT_CHANGED',
    );
    expect(ok(await reward.county.call(startReading, { ...start, body })).leastSeconds).toBe(10);
    const code = async (as: TestPerson, more: object) => (await reward.sign(as, drafted, more)).refusal.code;
    expect(await code(ward.guardian, { readingId })).toBe('AGREEMENT_READ_TOO_FAST');
    expect(await code(ward.guardian, { readingId: newId() })).toBe('AGREEMENT_NOT_READ');
    // The same person on another phone has not been shown it.
    const elsewhere = await reward.county.again(ward.guardian, 'phone');
    expect(await code(elsewhere, { readingId: await reward.haveRead(ward.guardian, drafted) })).toBe('AGREEMENT_NOT_READ');
    ok(await reward.sign(ward.guardian, drafted));
  });

  it('is done on paper before a named witness, who does not sign for the township as well', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const params = { agreementId: drafted.id };
    const witness = reward.people.maker;
    const page = ok(await reward.county.call(keepSignedPage, { as: witness, params, body: { attachmentId: newId(), content: SMALL_PNG } }));
    const body = { version: drafted.version, contentSha256: drafted.contentSha256, pages: [page.attachmentId], witnessed: true };
    const onPaper = (more: object, as = witness) => reward.county.call(signOnPaper, { as, params, body: { ...body, ...more } });
    expect((await onPaper({ contentSha256: '0'.repeat(64) })).refusal.code).toBe('AGREEMENT_TEXT_CHANGED');
    expect((await onPaper({ pages: [newId()] })).refusal.code).toBe('INPUT_INVALID');
    expect((await onPaper({}, ward.guardian)).status).toBe(404);
    const other = await reward.county.person({ role: 'socialAffairsOfficer', channel: 'desk' });
    expect((await onPaper({}, other)).refusal.code).toBe('INPUT_INVALID');
    ok(await onPaper({}));
    const both = await reward.county.person({ role: 'townshipLead', channel: 'desk' });
    await reward.county.rows.sql(
      'INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES ($1, $2, $3, $4, $5, $5)',
      [reward.county.countyId, newId(), witness.id, both.id, reward.county.clock.today()],
    );
    expect((await reward.countersign(both, drafted.id)).refusal.code).toBe('AGREEMENT_WITNESSED_BY_YOU');
    ok(await reward.countersign(reward.people.checker, drafted.id));
    const detail = ok(await reward.county.call(readAgreement, { as: ward.guardian, params }));
    expect(detail.signed).toEqual({ way: 'paper', witness: witness.name, pages: [page] });
    const printed = ok(await reward.county.call(printAgreement, { as: ward.guardian, params }));
    expect(printed.html).toContain(page.sha256);
    expect(printed.html).toContain(`见证人：${witness.name}`);
    const file = await fetch(`${reward.county.url}/api/agreements/${drafted.id}/pdf`, {
      headers: { authorization: `Bearer ${ward.guardian.token}` },
    });
    expect(file.status).toBe(200);
    // What was signed stays in the file.
    expect((await reward.takeOut(ward, page.attachmentId)).refusal.code).toBe('FILE_IS_EVIDENCE');
    // Whoever did not sign learns that somebody says so.
    const told = await reward.county.rows.sql('SELECT key FROM outbox WHERE county_id = $1 AND key = $2', [
      reward.county.countyId,
      `agreement:${drafted.id}:signed-on-paper`,
    ]);
    expect(told).toHaveLength(1);
  });

  it('lets go of its photographed pages when it is given up before the township signed', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const params = { agreementId: drafted.id };
    const as = reward.people.maker;
    const page = ok(await reward.county.call(keepSignedPage, { as, params, body: { attachmentId: newId(), content: SMALL_PNG } }));
    const { version, contentSha256 } = drafted;
    const signed = await reward.county.call(signOnPaper, {
      as,
      params,
      body: { version, contentSha256, pages: [page.attachmentId], witnessed: true },
    });
    expect((await reward.takeOut(ward, page.attachmentId)).refusal.code).toBe('FILE_IS_EVIDENCE');
    const lastDay = reward.county.clock.today();
    ok(await reward.county.call(terminateAgreement, { as, params, body: { version: ok(signed).version, lastDay, reason: 'byGuardian' } }));
    ok(await reward.takeOut(ward, page.attachmentId));
  });

  it('plays a recording of exactly these words, and of no others', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const at = drafted.sections.findIndex(section => section.heading === '八、保密');
    const section = drafted.sections[at];
    if (!section) throw new Error('no such section');
    expect(drafted.sections.some(each => each.hasClip)).toBe(false);
    const folder = join(reward.county.app.get(Config).dataDir, 'clips');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, clipName([section.heading, ...section.paragraphs])), 'sound');
    const get = (number: number, as: TestPerson = ward.guardian) =>
      fetch(`${reward.county.url}/api/agreements/${drafted.id}/sections/${String(number)}/clip`, {
        headers: { authorization: `Bearer ${as.token}` },
      });
    const played = await get(at);
    expect([played.status, played.headers.get('content-type'), await played.text()]).toEqual([200, 'audio/mpeg', 'sound']);
    expect((await get(at + 1)).status).toBe(409);
    expect((await get(99)).status).toBe(409);
    expect((await get(at, (await reward.ward()).guardian)).status).toBe(404);
  });

  it('is the guardian’s alone, once, and the township cannot sign first', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    expect((await reward.sign(reward.people.maker, drafted)).status).toBe(404);
    expect((await reward.countersign(reward.people.checker, drafted.id)).refusal.code).toBe('AGREEMENT_MOVE_NOT_ALLOWED');
    await reward.sign(ward.guardian, drafted);
    expect((await reward.sign(ward.guardian, { ...drafted, version: 2 })).refusal.code).toBe('AGREEMENT_MOVE_NOT_ALLOWED');
  });

  it('answers a repeated key the same, and another body under it with a refusal', async () => {
    const ward = await reward.ward();
    const { body: drafted } = await reward.draft(ward);
    const readingId = await reward.haveRead(ward.guardian, drafted);
    const body = { version: 1, contentSha256: drafted.contentSha256, readingId, readToEnd: true, strokes: STROKES };
    const key = '01900000-0000-7000-8000-0000000000aa';
    const call = (more: object) =>
      reward.county.call(signAgreement, { as: ward.guardian, params: { agreementId: drafted.id }, body: { ...body, ...more }, key });
    const [first, again] = [await call({}), await call({})];
    expect(again.body).toEqual(first.body);
    expect((await call({ version: 2 })).refusal.code).toBe('KEY_REUSED');
  });

  it('cannot be undone in the database by the server’s own role', async () => {
    const { sql, countyId } = reward.county.rows;
    await expect(sql('UPDATE agreement_signature SET read_to_end = false WHERE county_id = $1', [countyId])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(sql('DELETE FROM agreement_document WHERE county_id = $1', [countyId])).rejects.toMatchObject({ code: '42501' });
  });
});

describe('pausing and ending', () => {
  const version = async (agreementId: string) =>
    (await reward.county.call(readAgreement, { as: reward.people.maker, params: { agreementId } })).body.version;
  const amounts = async (agreementId: string) =>
    (
      await reward.county.rows.sql<{ full_fen: number }>(
        'SELECT full_fen FROM appraisal WHERE county_id = $1 AND agreement_id = $2 ORDER BY from_on',
        [reward.county.countyId, agreementId],
      )
    ).map(row => row.full_fen);

  it('takes the days of a pause out of what the periods earn', async () => {
    const id = await reward.active(await reward.ward());
    expect(await amounts(id)).toEqual([60_000, 60_000, 60_000, 60_000]);
    const today = reward.county.clock.today();
    const as = reward.people.maker;
    const suspended = await reward.county.call(suspendAgreement, {
      as,
      params: { agreementId: id },
      body: { version: await version(id), from: today, reason: 'longHospitalStay' },
    });
    expect(suspended.body.state).toBe('suspended');
    await reward.county.work();
    expect((await amounts(id)).slice(2)).toEqual([0, 0]);
    const resumed = await reward.county.call(resumeAgreement, {
      as,
      params: { agreementId: id },
      body: { version: await version(id), from: addDays(today, 1) },
    });
    expect(resumed.body.state).toBe('active');
    await reward.county.work();
    const after = await amounts(id);
    expect(after.slice(2)).toEqual([60_000, 60_000]);
    expect(after[1]).toBeLessThan(60_000);
  });

  it('splits the running period when the agreement ends, and makes room for a new one', async () => {
    const ward = await reward.ward();
    const id = await reward.active(ward);
    const today = reward.county.clock.today();
    const ended = await reward.county.call(terminateAgreement, {
      as: reward.people.maker,
      params: { agreementId: id },
      body: { version: await version(id), lastDay: today, reason: 'guardianChanged' },
    });
    expect(ended.body.state).toBe('terminated');
    await reward.county.work();
    const left = await amounts(id);
    expect(left).toHaveLength(2);
    expect(left[1]).toBeGreaterThan(0);
    expect(left[1]).toBeLessThan(5_000);
    expect((await reward.draft(ward)).refusal.code).toBe('AGREEMENT_OVERLAPS');
    expect((await reward.draft(ward, { from: addDays(today, 1), to: addDays(today, 100) })).status).toBe(200);
  });

  it('does not reach behind what is decided, nor outside the term', async () => {
    const id = await reward.active(await reward.ward());
    const appraisal = await reward.proposed(id);
    const first = await reward.opine(reward.people.doctor, appraisal);
    await reward.opine(reward.people.maker, first.body);
    for (const from of [appraisal.to, '2199-01-01']) {
      const answer = await reward.county.call(suspendAgreement, {
        as: reward.people.maker,
        params: { agreementId: id },
        body: { version: await version(id), from, reason: 'missing' },
      });
      expect(answer.refusal.code).toBe('AGREEMENT_DAY_NOT_ALLOWED');
    }
  });
});

it('tells the guardian and the office some days before the end, each once', async () => {
  const { county } = reward;
  const ward = await reward.ward();
  const id = await reward.active(ward);
  const detail = ok(await county.call(readAgreement, { as: reward.people.maker, params: { agreementId: id } }));
  const told = async () =>
    (await county.rows.sql('SELECT key FROM outbox WHERE county_id = $1 AND key LIKE $2', [county.countyId, `%renewal:${id}:%`])).length;
  const [officers] = await county.rows.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM post WHERE county_id = $1 AND role = 'socialAffairsOfficer' AND area_id = $2`,
    [county.countyId, county.areas.township],
  );
  const everybody = 1 + (officers?.count ?? 0);
  const now = county.clock.now();
  for (const [left, expected] of [
    [31, 0],
    // Nothing ran on the thirtieth day.
    [29, everybody],
    [28, everybody],
    [7, 2 * everybody],
    [6, 2 * everybody],
  ] as const) {
    county.clock.set(new Date(`${addDays(detail.to, -left)}T09:00:00+08:00`));
    await county.app.get(RemindOfRenewal).run(county.countyId);
    expect(await told()).toBe(expected);
  }
  county.clock.set(now);
});

it('lists the agreements of the asker’s township only, a page at a time', async () => {
  const page = await reward.county.call(listAgreements, { as: reward.people.maker, query: { limit: 2 } });
  expect(page.body.rows).toHaveLength(2);
  const next = await reward.county.call(listAgreements, { as: reward.people.maker, query: { limit: 2, after: page.body.next ?? '' } });
  expect(next.body.rows.map(row => row.id)).not.toContain(page.body.rows[0]?.id);
  const elsewhere = await reward.county.person({ role: 'socialAffairsOfficer', area: reward.county.areas.otherTownship });
  expect((await reward.county.call(listAgreements, { as: elsewhere })).body.rows).toEqual([]);
});
