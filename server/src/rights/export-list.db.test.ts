import { createHash } from 'node:crypto';
import { approveDeskTicket, requestStepUp } from '@guanhu/shared/access/access.routes';
import { confirmImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import { askExport, decideExport, downloadExport } from '@guanhu/shared/rights/exports.routes';
import { exportNumber } from '@guanhu/shared/rights/exports.rules';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import { newId } from '../platform/ids.ts';
import { openZip } from '../platform/workbook/zip-archive.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { answered, listedTownship, preview, ready } from '../testing/intake.ts';
import { ok } from '../testing/reward.ts';

let county: TestCounty;
let officer: TestPerson;
let phone: TestPerson;
let lead: TestPerson;
let townshipId: string;
beforeAll(async () => {
  county = await testCounty();
  townshipId = await listedTownship(county);
  officer = await county.person({ role: 'socialAffairsOfficer', area: townshipId, channel: 'desk', name: '蔚知秋' });
  phone = await county.again(officer, 'phone');
  lead = await county.person({ role: 'townshipLead', area: townshipId, channel: 'desk' });
  const shown = await answered(county, officer, (await preview(county, townshipId, officer)).body);
  const params = { importId: shown.importId };
  await county.call(confirmImport, { as: officer, params, body: { rows: ready(shown), version: shown.version } });
}, 60_000);
afterAll(() => county.close());

const asked = async () => {
  const exportId = newId();
  const body = { exportId, content: 'responsibilityList', townshipId, reason: '核对专班名单后再导入' } as const;
  return ok(await county.call(askExport, { as: officer, body }));
};
const ticketFor = async (objectId: string) => {
  const { body } = await county.call(requestStepUp, { as: officer, body: { purpose: 'data:export', objectId, device: '电脑' } });
  await county.call(approveDeskTicket, { as: phone, params: { code: body.code } });
  return body.ticketId;
};
const download = async (exportId: string, as = officer) =>
  county.call(downloadExport, { as, params: { exportId }, body: { stepUpTicket: await ticketFor(exportId) } });
const decide = ({ exportId, version }: { exportId: string; version: number }, as: TestPerson) =>
  county.call(decideExport, { as, params: { exportId }, body: { approve: true, version } });
const exported = async () => {
  const request = await asked();
  ok(await decide(request, lead));
  return { exportId: request.exportId, ...ok(await download(request.exportId)) };
};
const contentOf = (workbook: string) => {
  const reading = readWorkbook(Buffer.from(workbook, 'base64'));
  if (!reading.ok) throw new Error(reading.fault);
  return Buffer.from(JSON.stringify(reading.sheets));
};
const sheetXml = (workbook: string) => {
  const zip = openZip(Buffer.from(workbook, 'base64'), 50_000_000, () => true);
  return zip.ok ? (zip.parts.get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? '') : '';
};

it('comes back byte for byte: exported, imported and exported again, with nothing to write in between', async () => {
  const first = await exported();
  const again = await county.call(previewImport, {
    as: officer,
    body: { townshipId, fileName: first.fileName, list: first.content },
  });
  expect(again.status).toBe(200);
  expect(again.body.rows.length).toBeGreaterThan(10);
  const counts = { create: 0, change: 0, needsConfirmation: 0, refused: 0, unchanged: again.body.rows.length };
  expect(again.body.counts).toMatchObject(counts);
  expect(again.body.mismatches.filter(mismatch => mismatch.open)).toEqual([]);
  expect(again.body.problems).toEqual([]);
  county.clock.advance(60_000);
  const second = await exported();
  expect(contentOf(second.content).equals(contentOf(first.content))).toBe(true);
  // Only the mark in head and foot differs: another time, another number.
  const withoutMark = (xml: string) => xml.replace(/<headerFooter>.*<\/headerFooter>/, '');
  expect(withoutMark(sheetXml(second.content))).toBe(withoutMark(sheetXml(first.content)));
  expect(sheetXml(second.content)).not.toBe(sheetXml(first.content));
});

it('has the annex’s layout and says on every page who took it, when, and under which approval', async () => {
  const { exportId, content } = await exported();
  const reading = readWorkbook(Buffer.from(content, 'base64'));
  const [sheet] = reading.ok ? reading.sheets : [];
  expect(sheet?.cells[1]?.slice(0, 4)).toEqual(['序号', '患者姓名', '所属村(居)', '管控责任人']);
  expect(sheet?.cells[2]?.slice(3)).toEqual(['组长', '驻村民警', '综治专干', '精防医生', '康复协调员', '民政干部', '网格员', '监护人']);
  expect(sheet?.merges).toHaveLength(5);
  expect(sheet?.flags).toEqual([]);
  const mark = /<oddHeader>&amp;C(.*)<\/oddHeader><oddFooter>&amp;L(.*)&amp;R/.exec(sheetXml(content))?.slice(1);
  const at = new Date(county.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  for (const part of mark ?? ['']) expect(part).toContain(`蔚知秋 · ${at} · 导出编号 ${exportNumber(exportId)}`);
  expect(mark).toHaveLength(2);
});

it('leaves only after another person approved, asks the phone each time, and is kept in the audit with its digest', async () => {
  const request = await asked();
  const { exportId } = request;
  expect((await download(exportId)).refusal.code).toBe('EXPORT_NOT_APPROVED');
  // An officer who is also the lead approves for others, never for themselves.
  const both = await county.person({ role: 'socialAffairsOfficer', area: townshipId, channel: 'desk' });
  await county.rows.sql(
    `INSERT INTO post (county_id, id, person_id, role, area_id, from_on) VALUES ($1, $2, $3, 'townshipLead', $4, '2020-01-01')`,
    [county.countyId, newId(), both.id, townshipId],
  );
  const own = newId();
  const body = { exportId: own, content: 'responsibilityList', townshipId, reason: '核对专班名单后再导入' } as const;
  expect((await decide(ok(await county.call(askExport, { as: both, body })), both)).refusal.code).toBe('EXPORT_OWN_REQUEST');
  ok(await decide(request, both));
  expect((await download(exportId, both)).refusal.code).toBe('EXPORT_OF_ANOTHER');
  const stepUpTicket = await ticketFor(exportId);
  const once = { as: officer, params: { exportId }, body: { stepUpTicket } };
  const file = ok(await county.call(downloadExport, once));
  expect((await county.call(downloadExport, once)).refusal.code).toBe('STEP_UP_NEEDED');
  const deeds = await county.rows.sql<{ facts: unknown }>(
    `SELECT facts FROM deed WHERE county_id = $1 AND act = 'rights:export-downloaded' AND object_id = $2`,
    [county.countyId, exportId],
  );
  const sha256 = createHash('sha256').update(Buffer.from(file.content, 'base64')).digest('hex');
  expect(deeds).toMatchObject([{ facts: { townshipId, content: 'responsibilityList', sha256 } }]);
  const neighbour = await county.person({ role: 'socialAffairsOfficer', area: county.areas.otherTownship, channel: 'desk' });
  expect((await download(exportId, neighbour)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});
