import { answerImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import type { ImportPreview } from '@guanhu/shared/intake/intake.contract';
import type { Id } from '@guanhu/shared/kernel/ids';
import { demoCast } from '@guanhu/seeds/demo/cast';
import { messyList } from '@guanhu/seeds/demo/messy-list';
import { Places } from '../access/access.public.ts';
import type { TestCounty, TestPerson } from './county.ts';

const cast = demoCast();
const [town] = cast.townships;
if (!town) throw new Error('a cast without townships');
const listed = town;

/** A responsibility list as a township really has it, and what is wrong with it. */
export const messy = messyList(cast, listed.key);
export const list = Buffer.from(messy.bytes).toString('base64');

/** The township of the list, with its villages. @returns its id */
export function listedTownship(county: TestCounty): Promise<Id> {
  const places = county.app.get(Places);
  return county.rows.inTransaction(async tx => {
    const id = await places.addArea(tx, { kind: 'township', parentId: county.areas.county, name: listed.name, code: '990101101000' });
    for (const [i, village] of cast.villages.filter(each => each.townshipKey === listed.key).entries())
      await places.addArea(tx, { kind: 'village', parentId: id, name: village.name, code: `99010110120${String(i)}` });
    return id;
  });
}

export const preview = (county: TestCounty, townshipId: Id, as: TestPerson) =>
  county.call(previewImport, { as, body: { townshipId, fileName: '责任清单.xlsx', list } });

/** Rows that can be confirmed as they stand. */
export const ready = (shown: ImportPreview) =>
  shown.rows.filter(row => row.verdict === 'create' || row.verdict === 'change').map(row => row.key);

/** Answers whatever is open with its first option until nothing is. */
export async function answered(county: TestCounty, as: TestPerson, shown: ImportPreview): Promise<ImportPreview> {
  for (let now = shown; ;) {
    const open = now.mismatches.filter(mismatch => mismatch.open);
    if (open.length === 0) return now;
    const answers = Object.fromEntries(open.map(mismatch => [mismatch.key, mismatch.options[0]?.value ?? '']));
    const { body, status } = await county.call(answerImport, {
      as,
      params: { importId: now.importId },
      body: { answers, version: now.version },
    });
    if (status !== 200) throw new Error(`the answers were refused: ${String(status)}`);
    now = body;
  }
}
