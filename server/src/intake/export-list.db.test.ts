import { approveDeskTicket, requestStepUp } from '@guanhu/shared/access/access.routes';
import { confirmImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import { exportList } from '@guanhu/shared/intake/list-export.routes';
import { newId } from '../platform/ids.ts';
import { openZip } from '../platform/workbook/zip-archive.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { answered, listedTownship, preview, ready } from '../testing/intake.ts';
import { readWorkbook } from './read-workbook.ts';

let county: TestCounty;
let officer: TestPerson;
let phone: TestPerson;
let townshipId: string;
beforeAll(async () => {
  county = await testCounty();
  townshipId = await listedTownship(county);
  officer = await county.person({ role: 'socialAffairsOfficer', area: townshipId, channel: 'desk', name: '蔚知秋' });
  phone = await county.again(officer, 'phone');
  const shown = await answered(county, officer, (await preview(county, townshipId, officer)).body);
  const params = { importId: shown.importId };
  await county.call(confirmImport, { as: officer, params, body: { rows: ready(shown), version: shown.version } });
}, 60_000);
afterAll(() => county.close());

const approved = async () => {
  const { body } = await county.call(requestStepUp, {
    as: officer,
    body: { purpose: 'data:export', objectId: townshipId, device: '电脑' },
  });
  await county.call(approveDeskTicket, { as: phone, params: { code: body.code } });
  return body.ticketId;
};
const exported = async () => county.call(exportList, { as: officer, body: { townshipId, stepUpTicket: await approved() } });
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
  expect(first.status).toBe(200);
  expect(first.body.patients).toBeGreaterThan(10);
  const again = await county.call(previewImport, {
    as: officer,
    body: { townshipId, fileName: first.body.fileName, list: first.body.workbook },
  });
  expect(again.status).toBe(200);
  expect(again.body.rows).toHaveLength(first.body.patients);
  expect(again.body.counts).toMatchObject({ create: 0, change: 0, needsConfirmation: 0, refused: 0, unchanged: first.body.patients });
  expect(again.body.mismatches.filter(mismatch => mismatch.open)).toEqual([]);
  expect(again.body.problems).toEqual([]);
  county.clock.advance(60_000);
  const second = await exported();
  expect(contentOf(second.body.workbook).equals(contentOf(first.body.workbook))).toBe(true);
  // Only the mark in head and foot differs: another time, another number.
  const withoutMark = (xml: string) => xml.replace(/<headerFooter>.*<\/headerFooter>/, '');
  expect(withoutMark(sheetXml(second.body.workbook))).toBe(withoutMark(sheetXml(first.body.workbook)));
  expect(sheetXml(second.body.workbook)).not.toBe(sheetXml(first.body.workbook));
});

it('has the annex’s layout and says who took it', async () => {
  const { body } = await exported();
  const reading = readWorkbook(Buffer.from(body.workbook, 'base64'));
  const [sheet] = reading.ok ? reading.sheets : [];
  expect(sheet?.cells[1]?.slice(0, 4)).toEqual(['序号', '患者姓名', '所属村(居)', '管控责任人']);
  expect(sheet?.cells[2]?.slice(3)).toEqual(['组长', '驻村民警', '综治专干', '精防医生', '康复协调员', '民政干部', '网格员', '监护人']);
  expect(sheet?.merges).toHaveLength(5);
  expect(sheet?.flags).toEqual([]);
  expect(sheetXml(body.workbook)).toContain(`导出人 蔚知秋`);
  expect(sheetXml(body.workbook)).toContain(body.exportId);
});

it('asks the phone each time, is kept in the audit, and is the township’s', async () => {
  const stepUpTicket = await approved();
  const body = { townshipId, stepUpTicket };
  const first = await county.call(exportList, { as: officer, body });
  expect(first.status).toBe(200);
  expect((await county.call(exportList, { as: officer, body })).refusal.code).toBe('STEP_UP_NEEDED');
  expect((await county.call(exportList, { as: officer, body: { townshipId, stepUpTicket: newId() } })).refusal.code).toBe('STEP_UP_NEEDED');
  const deeds = await county.rows.sql<{ facts: { patients: number } }>(
    `SELECT facts FROM deed WHERE county_id = $1 AND act = 'intake:list-exported' AND object_id = $2`,
    [1, first.body.exportId],
  );
  expect(deeds).toMatchObject([{ facts: { patients: first.body.patients, townshipId } }]);
  const neighbour = await county.person({ role: 'socialAffairsOfficer', area: county.areas.otherTownship, channel: 'desk' });
  expect((await county.call(exportList, { as: neighbour, body })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});
