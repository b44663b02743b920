import type { BrowserContext } from 'playwright-core';
import { createPerson, issueInvitation, listAreas, listPeople } from '@guanhu/shared/access/access.routes';
import { confirmImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { listPatients } from '@guanhu/shared/registry/registry.routes';
import { listWorkbook } from '@guanhu/seeds/demo/responsibility-list';
import { ask, newKey } from '../support/front-door.ts';
import { House } from '../support/house.ts';
import { identityNumberFor } from '../support/identity-number.ts';
import { enterOffices, nextPhoneNumber, stepUp, type Offices } from '../support/township.ts';
import { MiniProgram } from './harness/mini-program.ts';
import type { PhoneSetting } from './harness/phone.ts';

/** Somebody who was invited and has not bound a phone yet. */
export type Invited = { readonly personId: string; readonly phoneNumber: string; readonly code: string };

/** A running house with one village: a guardian, the patient, and the grid worker on the patient's team, entered as people enter them. */
export type County = {
  readonly house: House;
  readonly offices: Offices;
  readonly guardian: Invited;
  readonly gridWorker: Invited;
  readonly patientId: string;
};

const VILLAGE = '990101001001';
const TOWNSHIP = '990101001000';

export async function foundCounty(): Promise<County> {
  const house = await House.open();
  const offices = await enterOffices(house);
  const { rows: areas } = await ask(house.url, listAreas, { as: offices.desk });
  const areaOf = (code: string) => areas.find(area => area.code === code)?.areaId ?? '';
  const invite = async (personId: string, phoneNumber: string): Promise<Invited> => {
    const { code } = await ask(house.url, issueInvitation, { as: offices.desk, params: { personId } });
    return { personId, phoneNumber, code };
  };

  const [workerId, workerNumber, guardianNumber] = [newKey(), nextPhoneNumber(), nextPhoneNumber()];
  const stepUpTicket = await stepUp(house, offices.desk, offices.administrator.token, 'roles:change', workerId);
  const post = { postId: newKey(), role: 'gridWorker' as const, areaId: areaOf(VILLAGE), organisationId: null, from: dayOf(new Date()) };
  await ask(house.url, createPerson, {
    as: offices.desk,
    body: { personId: workerId, name: '网格甲子', phone: workerNumber, posts: [post], stepUpTicket },
  });

  const entry = {
    patient: '试甲子东',
    village: '竹坪村',
    seats: {
      lead: '',
      police: '',
      securityOfficer: '',
      doctor: '',
      rehabCoordinator: '',
      civilAffairs: '',
      gridWorker: '网格甲子',
      guardian: '护甲子',
    },
    identityNumber: identityNumberFor(900),
    mobile: '',
    diagnosis: '精神分裂症',
    riskRating: '3',
    guardian: '护甲子',
    relation: '兄弟姐妹',
    guardianMobile: guardianNumber,
  };
  const as = offices.maker.token;
  const list = Buffer.from(listWorkbook([entry], { title: '云坪镇责任清单' })).toString('base64');
  const preview = await ask(house.url, previewImport, { as, body: { townshipId: areaOf(TOWNSHIP), fileName: '清单.xlsx', list } });
  const rows = preview.rows.filter(row => row.verdict === 'create').map(row => row.key);
  await ask(house.url, confirmImport, { as, params: { importId: preview.importId }, body: { rows, version: preview.version } });
  const [patient] = (await ask(house.url, listPatients, { as })).rows;
  const people = await ask(house.url, listPeople, { as: offices.desk, query: { posts: 'without' } });
  const guardian = people.rows.find(each => each.phone === guardianNumber);
  if (!patient || !guardian) throw new Error(`the list was not entered: ${JSON.stringify(preview)}`);
  return {
    house,
    offices,
    patientId: patient.patientId,
    guardian: await invite(guardian.personId, guardianNumber),
    gridWorker: await invite(workerId, workerNumber),
  };
}

/** A phone with this number and nothing on it yet, the compiled mini-program open. */
export async function openPhone(
  { house }: County,
  dist: string,
  context: BrowserContext,
  phoneNumber: string,
  setting: Partial<PhoneSetting> = {},
): Promise<MiniProgram> {
  const { phoneId } = await house.simulator.phone(phoneNumber);
  const wechat = { origin: house.system.simulatorUrl, phoneId };
  return MiniProgram.launch(dist, context, { server: house.url, wechat, ...setting });
}

/** Through the first page: the code given in person, consent, WeChat's button. */
export async function bindOn(phone: MiniProgram, code: string): Promise<void> {
  await phone.type('例如 ACDE-3467', code);
  if (!(await phone.text()).includes('没有认出来')) await phone.tap('我看过了，我同意');
  await phone.tap('用微信手机号确认');
}
