import { openInEmergency } from '@guanhu/shared/care-team/break-glass.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import { attachFile } from '@guanhu/shared/registry/attachments.routes';
import { identityCheckDigit } from '@guanhu/shared/registry/identity-number.rules';
import { handIn } from '@guanhu/shared/rights/handed-in.routes';
import { askExport } from '@guanhu/shared/rights/exports.routes';
import { makeRequest } from '@guanhu/shared/rights/requests.routes';
import { newId } from '../platform/ids.ts';
import { Files, PatientAccounts } from '../registry/registry.public.ts';
import type { TestCounty, TestPerson, Ward } from './county.ts';
import { ok, VOICE_NOTE } from './reward.ts';

/** A picture of one point. */
export const SMALL_PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The patient's own account. */
export async function patientSelf(county: TestCounty, { patientId }: Ward): Promise<TestPerson> {
  const person = await county.person();
  await county.rows.inTransaction(tx => county.app.get(PatientAccounts).open(tx, patientId, person.id));
  return person;
}

/** Gives the patient an ID number that nobody has. */
export async function numbered(county: TestCounty, { patientId }: Ward): Promise<string> {
  const first = `9901011979022800${String(++count % 10)}`;
  const idNumber = first + identityCheckDigit(first);
  await county.rows.inTransaction(tx =>
    county.app
      .get(Files)
      .state(tx, { actor: 'system', patientId, set: { idType: 'residentId', idNumber }, act: 'registry:record-imported' }),
  );
  return idNumber;
}
let count = 0;

/** One of everything that the rights of a patient bring about. */
export async function someRights(county: TestCounty, { maker, payer }: { maker: TestPerson; payer: TestPerson }, ward: Ward) {
  const params = { patientId: ward.patientId };
  const [attachment, opening, request, exported, handedIn]: [Id, Id, Id, Id, Id] = [newId(), newId(), newId(), newId(), newId()];
  ok(
    await county.call(attachFile, {
      as: maker,
      params,
      body: { attachmentId: attachment, kind: 'other', what: '证明', content: SMALL_PNG },
    }),
  );
  const idNumber = await numbered(county, ward);
  const who = { by: 'idNumber' as const, idNumber };
  ok(await county.call(openInEmergency, { as: payer, body: { openingId: opening, who, reason: '夜间急诊需要了解情况' } }));
  ok(
    await county.call(makeRequest, {
      as: ward.guardian,
      params,
      body: { requestId: request, kind: 'correction', words: '电话写错了', voice: VOICE_NOTE },
    }),
  );
  const townshipId = county.areas.township;
  ok(
    await county.call(askExport, {
      as: maker,
      body: { exportId: exported, content: 'patientList', townshipId, reason: '上级要求核对名单' },
    }),
  );
  const write = {
    method: 'POST' as const,
    path: `/patients/${ward.patientId}/medication/confirmations`,
    contract: 1,
    body: { answer: 'taken' },
  };
  const handed = { ...write, proof: ward.guardian.token, key: handedIn, what: '服药确认', madeAt: county.clock.now().toISOString() };
  ok(await county.call(handIn, { body: handed }));
  return { self: await patientSelf(county, ward), idNumber, things: { attachment, opening, request, export: exported, handedIn } };
}
