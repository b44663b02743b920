import { newId } from '@guanhu/server/platform/ids';
import { openInEmergency, reviewOpening } from '@guanhu/shared/care-team/break-glass.routes';
import { decideHandover, proposeLeave } from '@guanhu/shared/care-team/handover.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { partialDate } from '@guanhu/shared/kernel/partial-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { attachFile } from '@guanhu/shared/registry/attachments.routes';
import { createPatient } from '@guanhu/shared/registry/file.routes';
import { proposeMerge } from '@guanhu/shared/registry/merge.routes';
import { answerMove, proposeMove } from '@guanhu/shared/registry/moves.routes';
import { askExport, decideExport } from '@guanhu/shared/rights/exports.routes';
import { answerRequest, makeRequest } from '@guanhu/shared/rights/requests.routes';
import {
  closeConcern,
  issueLostReport,
  listLostReports,
  moveReferral,
  readConcern,
  readLostReport,
  reportConcern,
} from '@guanhu/shared/visits/after-visit.routes';
import { cases } from './cases.ts';
import type { CastPatient } from './cast.terms.ts';
import { practise, writeRoster } from './duty.ts';
import { bringHome, holdActivities, leadToTheLaw, rehabilitate, settleQuarrel } from './coordination.ts';
import { holdMeeting, meetInHaste } from './meetings.ts';
import { exchange } from './exchange.ts';
import { quiet } from './quiet.ts';
import { scannedPage } from './scan.ts';
import { screening } from './screening.ts';
import { specialPeriods } from './special-period.ts';
import { areaId, patientId, patientOf, townshipOf, type Story } from './story.ts';
import { findLockedIn, findNobody } from './visiting.ts';

/** The township that the visitor looks into most. */
const HOME = 'tingquan';
const [MAKER, CHECKER, DOCTOR] = [`maker@${HOME}`, `checker@${HOME}`, `doctor@${HOME}`] as const;

/** What happens in the offices now and then, by days before the demonstration. */
const OCCASIONS: Readonly<Record<number, (story: Story) => Promise<void>>> = {
  23: keepScans,
  22: story => findLockedIn(story, quiet(story, 'heting', 0)),
  20: story => bringHome(story, HOME, 'zhuping'),
  19: story => holdActivities(story, HOME),
  21: story => leave(story, { who: 'gridWorker@heting', standIn: 'gridWorker@zhuping', inDays: 3, days: 4, agreedBy: 'lead@heting' }),
  18: story =>
    concern(
      story,
      quiet(story, 'heting', 1),
      '邻居说好几天没见他出门，家里只给剩饭',
      '上门看过，家里人手不够，已请民政送餐，安排网格员常去',
    ),
  16: story => correction(story, '住址写成了老屋，现在住在村口新房', '已改成现在的住址，谢谢提醒'),
  15: story => holdMeeting(story, HOME),
  14: story => practise(story, HOME),
  11: story => rehabilitate(story, HOME, 'zhuping'),
  13: story => settleQuarrel(story, 'heting'),
  9: story => leadToTheLaw(story, HOME, 'heting'),
  12: story => move(story, quiet(story, 'heting', 2), 'liuwan', '住到柳湾的姐姐家去了', '姐姐家是临时住，月底就回去'),
  10: sendLostReport,
  8: exportList,
  7: story => writeRoster(story, HOME),
  6: story => emergency(story, '夜里有人在街上大喊大叫，说不清是谁，身上没有手机', '理由成立，当晚送回家中'),
  5: story => correction(story, '上面写的电话是旧号码，请改成现在的', null),
  4: story => meetInHaste(story, HOME),
  3: async story => {
    await concern(story, quiet(story, 'zhuping', 0), '去的时候手上有伤，问是谁弄的，他不肯说，家里人一直站在旁边', null);
    await findNobody(story, quiet(story, 'heting', 2));
  },
  2: async story => {
    await leave(story, { who: 'securityOfficer@zhuping', standIn: 'lead@zhuping', inDays: 5, days: 3, agreedBy: null });
    await findNobody(story, quiet(story, 'heting', 2));
  },
  1: async story => {
    await findNobody(story, quiet(story, 'heting', 2));
    await findLockedIn(story, quiet(story, 'zhuping', 1));
    await move(story, quiet(story, 'zhuping', 2), 'heting', '跟着儿子搬到鹤汀去住了', null);
    await emergency(story, '派出所半夜接到电话，有人在桥上坐着不下来', null);
    await askForExport(story, '县里要核对第四季度的服务对象，名单交县政法委');
  },
};

/** What the offices do on a day besides their daily work. */
export async function occasions(story: Story, day: CalendarDate): Promise<void> {
  const { house, today } = story;
  for (const [ago, happens] of Object.entries(OCCASIONS)) {
    if (addDays(today, -Number(ago)) !== day) continue;
    house.clock.move(day, '10:20');
    await happens(story);
  }
  await cases(story, day);
  await specialPeriods(story, HOME, day);
  await exchange(story, HOME, day);
  await screening(story, HOME, 'heting', day);
  await hearFromHospitals(story, day);
}

async function keepScans(story: Story): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(DOCTOR);
  for (const patient of story.cast.patients.filter(one => townshipOf(story, one) === HOME).slice(0, 4)) {
    const content = scannedPage(patient.key).toString('base64');
    const body = { attachmentId: newId(), kind: 'consent', what: '监护人签字的同意书', content } as const;
    await house.call(attachFile, { as, params: { patientId: patientId(story, patient) }, body });
  }
}

type Leave = {
  readonly who: string;
  readonly standIn: string;
  readonly inDays: number;
  readonly days: number;
  readonly agreedBy: string | null;
};

async function leave({ house, people }: Story, { who, standIn, inDays, days, agreedBy }: Leave): Promise<void> {
  const from = addDays(house.clock.today(), inDays);
  const toId = people.id(standIn);
  const body = { handoverId: newId(), toId, from, until: addDays(from, days - 1), note: '家里有事' };
  const { handoverId } = await house.call(proposeLeave, { as: await people.phone(who), body });
  if (agreedBy === null) return;
  house.clock.pass(20);
  await house.call(decideHandover, { as: await people.phone(agreedBy), params: { handoverId }, body: { accept: true, toId } });
}

/** A neighbour's worry about a family: the family never learns of it. */
async function concern(story: Story, patient: CastPatient, words: string, result: string | null): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`lead@${patient.villageKey}`);
  const body = { concernId: newId(), kind: result === null ? 'abuse' : 'abandonment', words } as const;
  const { concernId } = await house.call(reportConcern, { as, params: { patientId: patientId(story, patient) }, body });
  if (result === null) return;
  house.clock.pass(90);
  const [desk, params] = [await people.desk(MAKER), { concernId }];
  const { version } = await house.call(readConcern, { as: desk, params });
  await house.call(closeConcern, { as: desk, params, body: { version, result } });
}

/** A guardian finds something wrong in what is kept. */
async function correction(story: Story, words: string, answer: string | null): Promise<void> {
  const { house, people } = story;
  const patient = quiet(story, 'zhuping', answer === null ? 2 : 0);
  const key = patient.guardians[0].personKey;
  if (!people.isBound(key)) return;
  const body = { requestId: newId(), kind: 'correction', words } as const;
  const made = await house.call(makeRequest, { as: await people.phone(key), params: { patientId: patientId(story, patient) }, body });
  if (answer === null) return;
  house.clock.pass(60);
  const params = { requestId: made.requestId };
  const said = { outcome: 'granted', words: answer, version: made.version } as const;
  await house.call(answerRequest, { as: await people.desk(MAKER), params, body: said });
}

async function move(story: Story, patient: CastPatient, to: string, reason: string, rejected: string | null): Promise<void> {
  const { house, people } = story;
  const body = { moveId: newId(), toVillageId: areaId(story, to), reason };
  const as = await people.desk(MAKER);
  const { moveId, version } = await house.call(proposeMove, { as, params: { patientId: patientId(story, patient) }, body });
  if (rejected === null) return;
  house.clock.pass(45);
  const answer = { version, answer: 'reject', reason: rejected } as const;
  await house.call(answerMove, { as: await people.phone(`lead@${to}`), params: { moveId }, body: answer });
}

/** Of the letters about patients who were lost sight of, the older one has gone out. */
async function sendLostReport(story: Story): Promise<void> {
  const { house, people, cast } = story;
  for (const { key } of cast.townships) {
    const as = await people.desk(`maker@${key}`);
    const { rows } = await house.call(listLostReports, { as, query: { state: 'draft' } });
    const row = rows.at(-1);
    if (!row) continue;
    const params = { reportId: row.reportId };
    const { version, letter } = await house.call(readLostReport, { as, params });
    await house.call(issueLostReport, { as, params, body: { version, to: letter.to, paragraphs: letter.paragraphs } });
    return;
  }
}

async function askForExport(story: Story, reason: string): Promise<{ exportId: Id; version: number }> {
  const { house, people } = story;
  const body = { exportId: newId(), content: 'patientList', townshipId: areaId(story, HOME), reason } as const;
  return house.call(askExport, { as: await people.desk(MAKER), body });
}

async function exportList(story: Story): Promise<void> {
  const { house, people } = story;
  const { exportId, version } = await askForExport(story, '打印后供镇联席会议使用，会后收回销毁');
  house.clock.pass(30);
  await house.call(decideExport, { as: await people.desk(CHECKER), params: { exportId }, body: { approve: true, version } });
}

/** The police open a file of another township; the county looks at the reason afterwards. */
async function emergency(story: Story, reason: string, verdict: string | null): Promise<void> {
  const { house, people, cast } = story;
  const village = cast.villages.find(one => one.townshipKey !== HOME);
  const patient = cast.patients.find(one => one.villageKey === village?.key && one.state === 'inCare');
  if (!village || !patient) return;
  const who = { by: 'name', name: patient.name, villageId: areaId(story, village.key) } as const;
  const openingId = newId();
  await house.call(openInEmergency, { as: await people.phone(`police@${HOME}`), body: { openingId, who, reason } });
  if (verdict === null) return;
  house.clock.pass(120);
  const body = { verdict: 'justified', note: verdict } as const;
  await house.call(reviewOpening, { as: await people.desk('administrator'), params: { openingId }, body });
}

type OpenReferral = { readonly id: Id; readonly patientId: Id; readonly state: 'sent' | 'accepted' | 'done'; readonly version: number };
const NEXT = {
  sent: { step: 'accept' },
  accepted: { step: 'finish' },
  done: { step: 'answer', note: '已调整用药，三周后复查；回家后请看着按时吃药' },
} as const;
/** Days that each step of a referral takes. */
const STEP_DAYS = 4;

/** What the hospitals do with those who were sent there, step by step. */
async function hearFromHospitals(story: Story, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const open = await house.county.sql<OpenReferral>(
    `SELECT id, patient_id AS "patientId", state, version FROM referral
     WHERE county_id = $1 AND state IN ('sent', 'accepted', 'done') AND sent_at < $2::date - $3::int * version ORDER BY sent_at, id`,
    [house.county.countyId, day, STEP_DAYS],
  );
  for (const { id: referralId, patientId: whom, state, version } of open) {
    const as = await people.phone(`doctor@${townshipOf(story, patientOf(story, whom))}`);
    await house.call(moveReferral, { as, params: { referralId }, body: { version, ...NEXT[state] } });
  }
}

/** Today: a file was opened by hand for somebody who has one, and the doctor proposes to make them one. */
export async function findDouble(story: Story): Promise<void> {
  const { house, people } = story;
  const patient = quiet(story, 'zhuping', 0);
  const mergedId = newId();
  const described = {
    villageId: areaId(story, patient.villageKey),
    name: patient.name,
    born: partialDate(patient.bornOn.slice(0, 4)),
    sex: patient.sex,
  };
  const body = { patientId: mergedId, ...described, state: 'inCare' as const, reason: '村里报来时没有身份证号' };
  await house.call(createPatient, { as: await people.desk(MAKER), body });
  const proposal = { mergeId: newId(), keptId: patientId(story, patient), mergedId, take: [], reason: '同一个人，出生年份和住址都一样' };
  await house.call(proposeMerge, { as: await people.phone(DOCTOR), body: proposal });
}

/** Today: somebody is suspected by the grid worker, and somebody who was diagnosed in the county town is registered before the family has signed. */
export async function beginFiles(story: Story): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(MAKER);
  const files = [
    {
      name: '郁未明',
      villageKey: 'heting',
      born: '1991',
      sex: 'male',
      state: 'suspected',
      stateReason: '网格员走访：整天自言自语，不出门，家里人没带去看过',
    },
    {
      name: '迟秋禾',
      villageKey: 'zhuping',
      born: '1978',
      sex: 'female',
      state: 'registered',
      stateReason: '市精神卫生中心确诊，出院小结已收到',
    },
  ] as const;
  for (const { villageKey, born, ...file } of files) {
    const body = { patientId: newId(), villageId: areaId(story, villageKey), born: partialDate(born), ...file };
    await house.call(createPatient, { as, body });
  }
}
