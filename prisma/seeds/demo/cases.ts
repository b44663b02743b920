import { newId } from '@guanhu/server/platform/ids';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { Conduct } from '@guanhu/shared/incidents/conduct.terms';
import { dischargePatient, readAdmission, receiveDischarged, recordAdmission } from '@guanhu/shared/incidents/admission.routes';
import type { EntryWhat } from '@guanhu/shared/incidents/handling.rules';
import { addEntry, closeHandling, decideConduct, readHandling } from '@guanhu/shared/incidents/handling.routes';
import { acknowledgeIncident } from '@guanhu/shared/incidents/incidents.routes';
import { markReportSent, readMissing, recordFound, reportMissing } from '@guanhu/shared/incidents/missing.routes';
import { reportUnfiledIncident, settleUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { HANDLING_STEP_KEYS, type HandlingStep } from '@guanhu/shared/policy/handling.terms';
import type { CastPatient } from './cast.terms.ts';
import { report } from './incidents.ts';
import { quiet } from './quiet.ts';
import { areaId, patientId, townshipOf, type Story } from './story.ts';

/** Days before the demonstration: the case that ended in hospital, the one who walked off, and two strangers. */
const STRUCK_AGO = 20;
const SETTLED_AGO = 19;
const STRANGER_ERASED_AGO = 15;
const GONE_AGO = 9;
const BACK_AGO = 8;
const DISCHARGED_AGO = 6;
const RECEIVED_AGO = 5;
const STRANGER_AGO = 4;

const struck = (story: Story) => quiet(story, 'zhuping', 1);
const gone = (story: Story) => quiet(story, 'heting', 2);
/** What happened is remembered from one day of the story to the next. */
type Ids = { readonly incidentId: Id; readonly recordId: Id };
const STRUCK: Ids = { incidentId: newId(), recordId: newId() };
const GONE: Ids = { incidentId: newId(), recordId: newId() };

const CHAPTERS: Readonly<Record<number, (story: Story, day: CalendarDate) => Promise<void>>> = {
  [STRUCK_AGO]: strike,
  [SETTLED_AGO]: story => close(story, struck(story), STRUCK.incidentId, SLIGHT),
  [STRANGER_ERASED_AGO]: story => stranger(story, '路过的外地人，穿黑夹克，在小卖部门口坐着不走', 'closed'),
  [GONE_AGO]: walkOff,
  [BACK_AGO]: comeBack,
  [DISCHARGED_AGO]: discharge,
  [RECEIVED_AGO]: receive,
  [STRANGER_AGO]: story => stranger(story, '五十来岁的妇女，穿红棉袄，在桥头自言自语，村里没人认得', null),
};

/** What befell on a day, and what was done about it. */
export async function cases(story: Story, day: CalendarDate): Promise<void> {
  for (const [ago, happens] of Object.entries(CHAPTERS)) {
    if (addDays(story.today, -Number(ago)) !== day) continue;
    story.house.clock.move(day, '10:40');
    await happens(story, day);
  }
}

/** Somebody of the patient's team writes a row of the handling: so many minutes after the one before, of so many hours ago. */
const row = async (
  story: Story,
  patient: CastPatient,
  incidentId: Id,
  seat: StaffSeat,
  what: EntryWhat,
  { minutes, hoursAgo } = { minutes: 4, hoursAgo: 0 },
): Promise<void> => {
  const { house, people, cast } = story;
  house.clock.pass(minutes);
  const as = await people.phone(cast.teams[patient.villageKey]?.[seat] ?? '');
  const body = { entryId: newId(), at: new Date(house.clock.now().getTime() - hoursAgo * 3_600_000).toISOString(), what };
  await house.call(addEntry, { as, params: { incidentId }, body });
};
const done = (step: HandlingStep): EntryWhat => ({ kind: 'step', step, to: 'done' });
const STAYS_HOME: EntryWhat = { kind: 'step', step: 'hospital', to: 'notNeeded', reason: '人平静，不用送医' };

/** A quarrel at home: police came, the patient went to hospital on a psychiatrist's conclusion. */
async function strike(story: Story, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const patient = struck(story);
  const { incidentId, recordId } = STRUCK;
  const note = '拿凳子打了来劝的邻居，胳膊打青了，现在把门顶上了';
  await report(story, {
    incidentId,
    patient,
    kind: 'harmToOthers',
    note,
    minutes: 6,
    readBy: ['doctor'],
    acknowledgedBy: ['lead', 'police'],
  });
  const write = (seat: StaffSeat, what: EntryWhat) => row(story, patient, incidentId, seat, what);
  await write('lead', done('policeCalled'));
  await write('gridWorker', done('firstResponse'));
  await write('police', done('policeArrived'));
  await write('lead', done('groupTold'));
  await write('police', { kind: 'people', words: '民警两人，村小组组长，网格员，卫生院医生' });
  await write('police', {
    kind: 'restraint',
    reason: '拿着凳子不放手，怕伤到人',
    until: new Date(house.clock.now().getTime() + 25 * 60_000).toISOString(),
  });
  house.clock.pass(30);
  await write('police', done('scene'));
  await write('doctor', { kind: 'measure', measures: ['onSite', 'emergencyAdmission'], words: '送市精神卫生中心' });
  await write('doctor', { kind: 'diagnosis', diagnosis: '病情复发，起因是自己停了药', effect: 3 });
  await write('police', { kind: 'harm', injured: 1, dead: 0, lossFen: 260_00, words: '邻居胳膊青肿，没有骨折；打坏凳子和窗玻璃' });
  await write('doctor', done('hospital'));
  const as = await people.phone(`doctor@${townshipOf(story, patient)}`);
  const guardian = people.person(patient.guardians[0].personKey).name;
  const signed = { signedBy: 'guardian', signerName: guardian, conclusionOn: day, guardianRefused: null } as const;
  const body = {
    admissionId: recordId,
    incidentId,
    from: 'inCare',
    on: day,
    ground: 'dangerToOthers',
    hospital: '市精神卫生中心',
    ...signed,
  } as const;
  await house.call(recordAdmission, { as, params: { patientId: patientId(story, patient) }, body });
  story.inHospital.add(patient.key);
}

type Found = { readonly conduct: Conduct; readonly times: number; readonly reason: string };
const SLIGHT: Found = { conduct: 'mildDisturbance', times: 1, reason: '对方伤得轻，双方已和解，只作批评教育' };
const NOTHING: Found = { conduct: 'none', times: 0, reason: '只是走失，没有伤人，也没有损坏东西' };

/** What it was is decided by the police; doctor and police close it, each their part. */
async function close(story: Story, patient: CastPatient, incidentId: Id, found: Found | null): Promise<void> {
  const { house, people, cast } = story;
  const params = { incidentId };
  await row(story, patient, incidentId, 'lead', done('aftermath'));
  if (found !== null) {
    const as = await people.phone(cast.teams[patient.villageKey]?.police ?? '');
    await house.call(decideConduct, { as, params, body: { conductId: newId(), as: 'police', ...found } });
  }
  for (const part of ['doctor', 'police'] as const) {
    house.clock.pass(2);
    const as = await people.phone(cast.teams[patient.villageKey]?.[part] ?? '');
    const { handling } = await house.call(readHandling, { as, params });
    await house.call(closeHandling, { as, params, body: { part, version: handling?.version ?? 0 } });
  }
}

async function discharge(story: Story, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`doctor@${townshipOf(story, struck(story))}`);
  const params = { admissionId: STRUCK.recordId };
  const { version } = await house.call(readAdmission, { as, params });
  const handover = {
    diagnosis: '好转出院',
    medicine: '出院带药两周，和住院前一样，每晚睡前吃',
    advice: '两周后复诊；家里人看着吃药，不要自己停',
  };
  await house.call(dischargePatient, { as, params, body: { version, on: day, reason: 'better', ...handover } });
  story.inHospital.delete(struck(story).key);
}

async function receive(story: Story): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`doctor@${townshipOf(story, struck(story))}`);
  const params = { admissionId: STRUCK.recordId };
  const { version } = await house.call(readAdmission, { as, params });
  await house.call(receiveDischarged, { as, params, body: { version, words: '已经上门见过，药和注意的事都跟家里说清楚了' } });
}

/** Somebody did not come home in the morning; the village looks, police and committee get the report. */
async function walkOff(story: Story): Promise<void> {
  const { house, people, cast } = story;
  const patient = gone(story);
  const { incidentId, recordId: missingId } = GONE;
  const note = '早上五点多出门，到现在没有回来，手机没有带';
  await report(story, {
    incidentId,
    patient,
    kind: 'missing',
    note,
    minutes: 20,
    readBy: ['securityOfficer'],
    acknowledgedBy: ['lead', 'police'],
  });
  const lead = await people.phone(cast.teams[patient.villageKey]?.lead ?? '');
  const seen = { lastSeenAt: new Date(house.clock.now().getTime() - 5 * 3_600_000).toISOString(), place: '村口公交站' };
  const known = { clothes: '灰色棉袄，蓝布裤子，黑布鞋', looks: '一米六左右，偏瘦，说本地话', sheetAgreed: true };
  await house.call(reportMissing, {
    as: lead,
    params: { patientId: patientId(story, patient) },
    body: { missingId, incidentId, ...seen, ...known },
  });
  await house.keepPromises(); // an alarm goes out at once
  house.clock.pass(4);
  const committee = await people.phone(`committee@${townshipOf(story, patient)}`);
  await house.call(acknowledgeIncident, { as: committee, params: { incidentId } });
  const params = { missingId };
  for (const to of ['police', 'committee'] as const) {
    house.clock.pass(12);
    const { version } = await house.call(readMissing, { as: lead, params });
    await house.call(markReportSent, { as: lead, params, body: { version, to } });
  }
  await row(story, patient, incidentId, 'lead', done('policeCalled'));
  await row(story, patient, incidentId, 'gridWorker', done('firstResponse'));
  await row(story, patient, incidentId, 'police', { kind: 'note', words: '公交站监控看到六点十分上了去镇上的车，派人去镇上找' });
  house.clock.pass(60);
  const { version } = await house.call(readMissing, { as: lead, params });
  const found = {
    at: house.clock.now().toISOString(),
    place: '镇上菜市场',
    condition: 'well',
    words: '在早点摊坐着，人没事，家里人已经接回',
  } as const;
  await house.call(recordFound, { as: lead, params, body: { version, ...found } });
}

/** An episode of long ago: police and village settled it at home, and it was closed on the next day. */
export async function endEpisode(story: Story, patient: CastPatient, incidentId: Id): Promise<void> {
  const write = (seat: StaffSeat, what: EntryWhat, hoursAgo = 0) => row(story, patient, incidentId, seat, what, { minutes: 1, hoursAgo });
  await write('police', { kind: 'people', words: '民警两人，村小组组长，网格员' });
  await write('police', { kind: 'measure', measures: ['onSite'], words: '劝开了，守到人平静' });
  await write('police', { kind: 'harm', injured: 0, dead: 0, lossFen: 0 });
  await write('doctor', { kind: 'diagnosis', diagnosis: '病情波动，调整了用药', effect: 2 });
  for (const step of HANDLING_STEP_KEYS.slice(0, -1)) await write('police', step === 'hospital' ? STAYS_HOME : done(step));
  for (const hoursAgo of [8, 4]) await write('gridWorker', { kind: 'observation', stable: true }, hoursAgo);
  await close(story, patient, incidentId, null);
}

async function comeBack(story: Story): Promise<void> {
  const patient = gone(story);
  const { incidentId } = GONE;
  const write = (seat: StaffSeat, what: EntryWhat) => row(story, patient, incidentId, seat, what);
  await write('police', { kind: 'people', words: '民警一人，村小组组长，网格员，家里两个人' });
  await write('lead', { kind: 'measure', measures: ['other'], words: '看监控，分头找，找到后送回家' });
  await write('lead', { kind: 'harm', injured: 0, dead: 0, lossFen: 0 });
  await write('doctor', { kind: 'diagnosis', diagnosis: '当天看过，没有新的症状', effect: 3 });
  for (const step of HANDLING_STEP_KEYS.slice(2, -1)) await write('police', step === 'hospital' ? STAYS_HOME : done(step));
  await write('gridWorker', { kind: 'observation', stable: true, words: '在家吃了饭，睡得好' });
  story.house.clock.pass(240);
  await write('gridWorker', { kind: 'observation', stable: true });
  await close(story, patient, incidentId, NOTHING);
}

/** Somebody whom the village does not know: no file comes of it. */
async function stranger(story: Story, description: string, outcome: 'closed' | null): Promise<void> {
  const { house, people } = story;
  const incidentId = newId();
  const happenedAt = new Date(house.clock.now().getTime() - 10 * 60_000).toISOString();
  const body = { incidentId, kind: 'fluctuation', happenedAt, source: 'bystander', description } as const;
  await house.call(reportUnfiledIncident, { as: await people.phone('lead@heting'), params: { areaId: areaId(story, 'heting') }, body });
  await house.keepPromises(); // an alarm goes out at once
  house.clock.pass(9);
  await house.call(acknowledgeIncident, { as: await people.desk('maker@tingquan'), params: { incidentId } });
  if (outcome === null) return;
  house.clock.pass(90);
  await house.call(settleUnfiledIncident, { as: await people.desk('maker@tingquan'), params: { incidentId }, body: { outcome } });
}

/** At this hour: things are being broken in a house; some are on their way, the steps are half done. */
export async function openCase(story: Story): Promise<void> {
  const patient = quiet(story, 'heting', 0);
  const incidentId = newId();
  const note = '把电视和碗都砸了，不让人进屋，嘴里一直骂';
  await report(story, { incidentId, patient, kind: 'smashing', note, minutes: 18, readBy: ['doctor'], acknowledgedBy: ['lead', 'police'] });
  const write = (seat: StaffSeat, what: EntryWhat) => row(story, patient, incidentId, seat, what);
  await write('lead', done('policeCalled'));
  await write('securityOfficer', done('firstResponse'));
  await write('lead', { kind: 'note', words: '家里只有母亲一个人，已经劝到邻居家；人在屋里，没有伤人' });
  await write('police', { kind: 'step', step: 'policeArrived', to: 'taken' });
}
