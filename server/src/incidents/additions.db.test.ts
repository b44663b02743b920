import { addIncidentFile, addToIncident, readIncident, readIncidentFile, reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { urlOf } from '@guanhu/shared/kernel/route';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { SMALL_PNG } from '../testing/rights.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

/** A second of silence, with a chunk that names whoever recorded it. */
function voiceNote(): string {
  const [samples, told] = [Buffer.alloc(16_000), Buffer.from('INFOIART\x06\0\0\0Xiaomi', 'latin1')];
  const chunk = (id: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(id, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content]);
  };
  const format = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0]);
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('LIST', told), chunk('data', samples)]);
  return chunk('RIFF', body).toString('base64');
}
async function reported(): Promise<{ ward: Ward; incidentId: string }> {
  const ward = await care.ward({ risk: 0 });
  const body = { incidentId: newId(), kind: 'threat' as const, happenedAt: MONDAY.toISOString() };
  const answer = await care.county.call(reportIncident, { as: ward.guardian, params: { patientId: ward.patientId }, body });
  return { ward, incidentId: answer.body.incidentId };
}
const add = (incidentId: string, as: TestPerson, content: string, fileId = newId()) =>
  care.county.call(addIncidentFile, { as, params: { incidentId }, body: { fileId, content } });
const read = async (incidentId: string, as: TestPerson) => (await care.county.call(readIncident, { as, params: { incidentId } })).body;
const bytesOf = (incidentId: string, fileId: string, as: TestPerson) =>
  fetch(`${care.county.url}/api` + urlOf(readIncidentFile, { incidentId, fileId }), { headers: { authorization: `Bearer ${as.token}` } });

it('keeps a voice note for those who act on it, sealed, without what names the recorder', async () => {
  const { ward, incidentId } = await reported();
  const { body } = await add(incidentId, ward.guardian, voiceNote());
  expect(body).toMatchObject({ type: 'audio/wav', byMe: true });
  expect((await read(incidentId, care.people.police)).files).toMatchObject([{ fileId: body.fileId, byMe: false }]);
  const heard = await bytesOf(incidentId, body.fileId, care.people.police);
  expect([heard.status, heard.headers.get('content-type'), heard.headers.get('cache-control')]).toEqual([200, 'audio/wav', 'no-store']);
  const bytes = Buffer.from(await heard.arrayBuffer());
  expect([bytes.length, bytes.includes('Xiaomi')]).toEqual([16_044, false]);
});

it('lets nobody else hear it, whatever they may see of the incident', async () => {
  const { ward, incidentId } = await reported();
  const { body } = await add(incidentId, care.people.gridWorker, voiceNote());
  const other = await reported();
  expect((await read(incidentId, ward.guardian)).files).toEqual([]);
  for (const as of [ward.guardian, care.people.stranger, other.ward.guardian])
    expect((await bytesOf(incidentId, body.fileId, as)).status).toBe(404);
  // Not through another incident either.
  expect((await bytesOf(other.incidentId, body.fileId, care.people.police)).status).toBe(404);
  expect((await add(incidentId, care.people.stranger, SMALL_PNG)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});

it('refuses what only calls itself a recording', async () => {
  const { ward, incidentId } = await reported();
  const named = Buffer.from('RIFF\x10\0\0\0WAVE<script>alert(1)</script>').toString('base64');
  expect((await add(incidentId, ward.guardian, named)).refusal.code).toBe('FILE_BROKEN');
  expect((await add(incidentId, ward.guardian, Buffer.from('OggS nothing').toString('base64'))).refusal.code).toBe('FILE_TYPE_NOT_KEPT');
});

it('adds words and a place to the incident that was reported, however late, for those who act on it', async () => {
  const { ward, incidentId } = await reported();
  care.county.clock.advance(2 * 3_600_000);
  const place = { latitude: 30.123456, longitude: 111.654321, accuracyMetres: 20 };
  const body = { additionId: newId(), note: '往河边去了', place };
  const added = await care.county.call(addToIncident, { as: ward.guardian, params: { incidentId }, body });
  expect(added.body).toMatchObject({ incidentId, reports: 2, notes: ['往河边去了'] });
  expect(added.body).not.toHaveProperty('places');
  expect(await read(incidentId, care.people.police)).toMatchObject({ notes: ['往河边去了'], places: [place] });
  const [row] = await care.county.rows.sql<{ place_sealed: Buffer }>(
    'SELECT place_sealed FROM incident_report WHERE county_id = 1 AND id = $1',
    [body.additionId],
  );
  expect(row?.place_sealed.includes('30.123456')).toBe(false);
  const nothing = await care.county.call(addToIncident, { as: ward.guardian, params: { incidentId }, body: { additionId: newId() } });
  expect(nothing.refusal.code).toBe('INPUT_INVALID');
});
