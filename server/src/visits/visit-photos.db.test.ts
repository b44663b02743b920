import { readAttachment } from '@guanhu/shared/registry/attachments.routes';
import { attachVisitPhoto } from '@guanhu/shared/visits/visit-photos.routes';
import { MOST_PHOTOS } from '@guanhu/shared/visits/visit-photos.rules';
import { checkInVisit, readVisit } from '@guanhu/shared/visits/visits.routes';
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

const checkedIn = async (ward: Ward): Promise<string> => {
  const body = { visitId: newId(), at: '2026-06-15T09:30:00+08:00' };
  const answer = await care.county.call(checkInVisit, { as: care.people.gridWorker, params: { patientId: ward.patientId }, body });
  return answer.body.visitId;
};
const attach = (visitId: string, as: TestPerson = care.people.gridWorker, content = SMALL_PNG, attachmentId = newId(), key = newId()) =>
  care.county.call(attachVisitPhoto, { as, params: { visitId }, body: { attachmentId, content }, key });
const photosOf = async (visitId: string, as: TestPerson) => {
  const answer = await care.county.call(readVisit, { as, params: { visitId } });
  return { status: answer.status, photos: answer.status === 200 ? answer.body.photos : undefined };
};

describe('a photograph of a check-in', () => {
  it('stands with the visit for those who may see it, and its bytes with the file', async () => {
    const visitId = await checkedIn(await care.ward());
    const { body } = await attach(visitId);
    expect(body).toMatchObject({ type: 'image/png', removed: false });
    for (const as of [care.people.gridWorker, care.people.doctor, care.people.officer])
      expect((await photosOf(visitId, as)).photos).toEqual([body]);
    const params = { attachmentId: body.attachmentId };
    expect((await care.county.call(readAttachment, { as: care.people.doctor, params })).status).toBe(200);
    for (const as of [care.people.stranger, care.people.administrator]) {
      expect((await care.county.call(readAttachment, { as, params })).status).toBe(404);
      expect((await photosOf(visitId, as)).status).toBe(404);
    }
  });

  it('is not for the family', async () => {
    const ward = await care.ward();
    const visitId = await checkedIn(ward);
    const { body } = await attach(visitId);
    expect((await photosOf(visitId, ward.guardian)).status).toBe(404);
    expect((await care.county.call(readAttachment, { as: ward.guardian, params: { attachmentId: body.attachmentId } })).status).toBe(404);
  });

  it('sent again with the same key is the same photograph', async () => {
    const visitId = await checkedIn(await care.ward());
    const [id, key] = [newId(), newId()];
    const first = await attach(visitId, undefined, undefined, id, key);
    expect((await attach(visitId, undefined, undefined, id, key)).body).toEqual(first.body);
    expect((await photosOf(visitId, care.people.gridWorker)).photos).toHaveLength(1);
  });

  it('is put there by the visitor, and not without end', async () => {
    const visitId = await checkedIn(await care.ward());
    expect((await attach(visitId, care.people.lead)).refusal.code).toBe('VISIT_OF_ANOTHER');
    expect((await attach(visitId, care.people.stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    for (let photos = 0; photos < MOST_PHOTOS; photos += 1) expect((await attach(visitId)).status).toBe(200);
    expect((await attach(visitId)).refusal.code).toBe('VISIT_PHOTOS_FULL');
    expect((await attach(newId())).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('is a picture, whatever was sent', async () => {
    const visitId = await checkedIn(await care.ward());
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64');
    expect((await attach(visitId, undefined, pdf)).refusal.code).toMatch(/^(VISIT_PHOTO_NOT_PICTURE|FILE_BROKEN)$/);
    expect((await attach(visitId, undefined, Buffer.from('no picture').toString('base64'))).refusal.code).toBe('FILE_TYPE_NOT_KEPT');
    expect((await photosOf(visitId, care.people.gridWorker)).photos).toEqual([]);
  });
});
