import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty } from '../testing/care.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
  await care.bind(care.people.police, 'openid-police');
}, 60_000);
beforeEach(async () => {
  care.county.clock.set(MONDAY);
  await care.county.work();
  care.county.wechat.messages.length = 0;
  care.county.wechat.sendOutcomes.length = 0;
  care.county.sms.messages.length = 0;
  care.county.sms.reached.clear();
});
afterAll(() => care.county.close());

async function alarmed(): Promise<string> {
  const ward = await care.ward({ risk: 0 });
  const body = { incidentId: newId(), kind: 'threat' as const, happenedAt: care.county.clock.now().toISOString() };
  await care.county.call(reportIncident, { as: ward.guardian, params: { patientId: ward.patientId }, body });
  return body.incidentId;
}
const byWechat = () => care.county.wechat.messages.filter(message => message.openid === 'openid-police');
const bySms = () => care.county.sms.messages.filter(message => message.phone === care.people.police.phone);
/** What was put off, and what a dead worker had taken, is due now. */
const due = () => care.county.database.owner(`UPDATE outbox_due SET not_before = now() - interval '1 second', leased_until = NULL`);
const tries = (incidentId: string) =>
  care.county.rows.sql<{ channel: string; state: string; tries: number }>(
    `SELECT attempt.channel, attempt.state, tries FROM message_attempt AS attempt
     JOIN message ON message.county_id = 1 AND message.id = attempt.message_id
     WHERE attempt.county_id = 1 AND message.object_id = $1 AND message.person_id = $2 ORDER BY attempt.channel`,
    [incidentId, care.people.police.id],
  );

it('goes by WeChat and by text message at once, without a credit, in the quiet hours, at a time when nothing else may be sent', async () => {
  care.county.clock.set(new Date('2026-06-15T23:30:00+08:00'));
  await care.county.rows.sql(`UPDATE credit SET messages_left = 0 WHERE county_id = 1`);
  care.county.sms.reached.add(care.people.police.phone);
  const incidentId = await alarmed();
  await care.county.work();
  expect([byWechat().length, bySms().length]).toEqual([1, 1]);
  expect(await tries(incidentId)).toEqual([
    { channel: 'sms', state: 'sent', tries: 1 },
    { channel: 'wechat', state: 'sent', tries: 1 },
  ]);
});

it('is sent again where the answer was lost, as the same alarm, until there is one', async () => {
  care.county.sms.reached.add(care.people.police.phone);
  care.county.wechat.sendOutcomes.push({ outcome: 'unknown' }, { outcome: 'unknown' });
  const incidentId = await alarmed();
  await care.county.work();
  expect(await tries(incidentId)).toMatchObject([{ state: 'sent' }, { state: 'doubtful', tries: 1 }]);
  for (let round = 0; round < 4; round++) {
    await due();
    await care.county.work();
  }
  expect(await tries(incidentId)).toEqual([
    { channel: 'sms', state: 'sent', tries: 1 },
    { channel: 'wechat', state: 'sent', tries: 3 },
  ]);
  const [first, ...later] = byWechat();
  expect(later).toHaveLength(2);
  // The same page with the same message's id opens it; the time is that of the first.
  for (const again of later) {
    expect(again.page).toBe(first?.page);
    expect(again.data['time4']).toEqual(first?.data['time4']);
  }
  expect(bySms()).toHaveLength(1);
});

it('says in a text message that it is the same one', async () => {
  care.county.sms.outcomes.length = 0;
  care.county.sms.otherwise = { outcome: 'unknown' };
  await alarmed();
  await care.county.work();
  care.county.sms.otherwise = { outcome: 'sent' };
  await due();
  await care.county.work();
  care.county.sms.otherwise = { outcome: 'bad-number' };
  const texts = bySms().map(message => message.text);
  expect(texts).toHaveLength(2);
  expect([texts[0]?.includes('再发一次'), texts[1]?.includes('同一条情况，再发一次')]).toEqual([false, true]);
  expect(new Set(bySms().map(message => message.reference)).size).toBe(1);
});

it('is sent again by the next worker when one was killed between the try and its answer', async () => {
  const incidentId = await alarmed();
  await care.county.work();
  // As the dead worker left it: noted, claimed, and no answer.
  await care.county.rows.sql(
    `UPDATE message_attempt SET state = 'sending', settled_at = NULL WHERE county_id = 1 AND channel = 'wechat'
       AND message_id = (SELECT id FROM message WHERE county_id = 1 AND object_id = $1 AND person_id = $2)`,
    [incidentId, care.people.police.id],
  );
  await care.county.rows.sql(
    `INSERT INTO outbox_due (county_id, id, urgent, not_before)
     SELECT county_id, id, urgent, now() FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1`,
    [incidentId],
  );
  await care.county.work();
  expect(byWechat()).toHaveLength(2);
  expect(await tries(incidentId)).toMatchObject([{ channel: 'sms' }, { channel: 'wechat', state: 'sent', tries: 2 }]);
});

it('does not wait for another message to the same person that is under way', async () => {
  const ward = await care.ward({ risk: 0 });
  const messageId = newId();
  await care.county.rows.sql(
    `INSERT INTO message (county_id, id, key, person_id, patient_id, purpose, count, what, page, state, at)
     VALUES (1, $1, 'digest', $2, $3, 'task', 1, '今天有一件事要办', 'pages/today/index', 'sending', now())`,
    [messageId, care.people.police.id, ward.patientId],
  );
  await care.county.rows.sql(
    `INSERT INTO message_attempt (county_id, message_id, person_id, channel, state, at) VALUES (1, $1, $2, 'wechat', 'sending', now())`,
    [messageId, care.people.police.id],
  );
  await alarmed();
  await care.county.work();
  expect(byWechat()).toHaveLength(1);
});

it('is given up when it is no news any more', async () => {
  care.county.wechat.sendOutcomes.push({ outcome: 'unknown' }, { outcome: 'unknown' });
  const incidentId = await alarmed();
  await care.county.work();
  care.county.clock.advance(31 * 60_000);
  await due();
  await care.county.work();
  expect(byWechat()).toHaveLength(2);
  await due();
  await care.county.work();
  expect(byWechat()).toHaveLength(2);
  expect(await tries(incidentId)).toMatchObject([{ channel: 'sms' }, { channel: 'wechat', state: 'doubtful' }]);
});
