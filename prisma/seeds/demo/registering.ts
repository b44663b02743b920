import { People } from '@guanhu/server/access/access.public';
import { Patients } from '@guanhu/server/registry/registry.public';
import { answerImport, confirmImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { CastPatient } from './cast.terms.ts';
import { messyList } from './messy-list.ts';
import { listEntries, listWorkbook } from './responsibility-list.ts';
import { areaId, townshipOf, type Story } from './story.ts';

type Preview = AnswerOf<typeof previewImport>;
const MOST_ROUNDS = 5;

/** The township's officer imports the list with these patients, answers what is asked and confirms every row that is ready. */
export async function importList(story: Story, townshipKey: string, patients: readonly CastPatient[]): Promise<void> {
  const { house, people, cast } = story;
  const mine = patients.filter(patient => townshipOf(story, patient) === townshipKey);
  const township = cast.townships.find(one => one.key === townshipKey)?.name ?? '';
  const title = `${township}严重精神障碍患者「一人一专班」责任清单`;
  const bytes = listWorkbook(listEntries(cast, mine), { title, trimmings: true });
  house.clock.pass(5);
  const as = await people.desk(`maker@${townshipKey}`);
  const body = {
    townshipId: areaId(story, townshipKey),
    fileName: `${township}责任清单.xlsx`,
    list: Buffer.from(bytes).toString('base64'),
  };
  const settled = await answerAll(story, as, await house.call(previewImport, { as, body }));
  const ready = settled.rows.filter(row => row.verdict === 'create' || row.verdict === 'change').map(row => row.key);
  house.clock.pass(3);
  const params = { importId: settled.importId };
  await house.call(confirmImport, { as, params, body: { rows: ready, version: settled.version } });
  await learnIds(story, mine);
}

/** Answers every open question with its first option; answers may raise others. */
async function answerAll({ house }: Story, as: string, first: Preview): Promise<Preview> {
  let preview = first;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const open = preview.mismatches.filter(one => one.open);
    if (open.length === 0) return preview;
    const answers = Object.fromEntries(open.map(one => [one.key, one.options[0]?.value ?? '']));
    const params = { importId: preview.importId };
    preview = await house.call(answerImport, { as, params, body: { answers, version: preview.version } });
  }
  throw new Error('the import asks on and on');
}

/** Who the imported people are in the county. */
async function learnIds(story: Story, patients: readonly CastPatient[]): Promise<void> {
  const { house, people } = story;
  const registry = house.get(Patients);
  const directory = house.get(People);
  const villages = [...new Set(patients.map(patient => areaId(story, patient.villageKey)))];
  const files = await registry.ofVillages(house.county, villages);
  for (const patient of patients) {
    const file = files.find(one => one.idNumber === patient.identityNumber);
    if (!file) throw new Error(`${patient.key} was not imported`);
    story.patients.set(patient.key, file.id);
    for (const { personKey } of patient.guardians) {
      const { name, mobile } = people.person(personKey);
      const found = (await directory.named(house.county, name)).find(one => one.phone === mobile || one.phone === null);
      if (found) people.ids.set(personKey, found.personId);
    }
  }
}

/** A list that was uploaded and waits for answers: names with spaces, a village nobody knows, a wrong identity number. */
export async function leavePreview(story: Story, townshipKey: string): Promise<void> {
  const { house, people, cast } = story;
  const township = cast.townships.find(one => one.key === townshipKey)?.name ?? '';
  const list = Buffer.from(messyList(cast, townshipKey).bytes).toString('base64');
  const body = { townshipId: areaId(story, townshipKey), fileName: `${township}责任清单（村里报来的）.xlsx`, list };
  await house.call(previewImport, { as: await people.desk(`maker@${townshipKey}`), body });
}
