import { newId } from '@guanhu/server/platform/ids';
import { listOrganisations } from '@guanhu/shared/access/access.routes';
import { sendLetter } from '@guanhu/shared/duties/duties.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import {
  countersignMinutes,
  issueMinutes,
  planMeeting,
  proposeMeeting,
  readMeeting,
  sendMinutes,
  writeMinutes,
} from '@guanhu/shared/meetings/meetings.routes';
import type { MeetingKind } from '@guanhu/shared/meetings/meetings.terms';
import { areaId, type Story } from './story.ts';

/** Who speaks for each unit that is invited. */
const UNITS = {
  policeStation: 'police',
  townHealthCenter: 'doctor',
  civilAffairsOffice: 'civilAffairs',
  disabledFederation: 'rehabCoordinator',
} as const;
type Unit = keyof typeof UNITS;
const UNIT_KINDS = Object.keys(UNITS) as Unit[];

type Minutes = {
  readonly kind: MeetingKind;
  readonly summary: string;
  readonly said: string;
  readonly decisions: readonly { readonly what: string; readonly who: string; readonly inDays: number }[];
  /** Whose units have countersigned so far; all of them: the minutes are issued. */
  readonly signed: readonly Unit[];
};

/** A meeting of the township's group: held today, written down, and signed by whoever has come to it. */
async function meet(story: Story, townshipKey: string, { kind, summary, said, decisions, signed }: Minutes): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(`maker@${townshipKey}`);
  const [townshipId, on, meetingId] = [areaId(story, townshipKey), house.clock.today(), newId()];
  const { rows } = await house.call(listOrganisations, { as });
  const unitId = (unit: Unit) => rows.find(one => one.kind === unit && one.areaId === townshipId)?.organisationId ?? '';
  const { matters } = await house.call(proposeMeeting, { as, query: { townshipId } });
  const agenda = matters.map(({ topic, source }) => ({ topic, source }));
  const params = { meetingId };
  const called = { meetingId, townshipId, kind, on, place: '镇政府二楼会议室', units: UNIT_KINDS.map(unitId), agenda };
  let { version } = await house.call(planMeeting, { as, body: called });
  const body = {
    version,
    attendance: UNIT_KINDS.map(unit => ({ organisationId: unitId(unit), attended: true, who: null })),
    summary,
    topics: agenda.map(({ topic }) => ({ topic, words: said })),
    decisions: decisions.map(({ what, who, inDays }) => ({
      what,
      ownerId: people.id(who),
      dueOn: addDays(on, inDays),
    })),
  };
  ({ version } = await house.call(writeMinutes, { as, params, body }));
  ({ version } = await house.call(sendMinutes, { as, params, body: { version } }));
  const { minutes } = await house.call(readMeeting, { as, params });
  for (const unit of signed) {
    const speaker = await people.phone(`${UNITS[unit]}@${townshipKey}`);
    const stand = { textId: minutes?.textId ?? '', organisationId: unitId(unit), stand: 'agree', words: null, paperSigner: null } as const;
    ({ version } = await house.call(countersignMinutes, { as: speaker, params, body: stand }));
  }
  if (signed.length === UNIT_KINDS.length) await house.call(issueMinutes, { as, params, body: { version } });
}

/** The regular meeting of the quarter, its minutes issued. */
export const holdMeeting = (story: Story, townshipKey: string): Promise<void> =>
  meet(story, townshipKey, {
    kind: 'regular',
    summary: '会议通报了本季度随访、评估和以奖代补的情况，对没办完的事逐项商量了办法。',
    said: '各单位说明了原因，由牵头单位在限期内办完，村里配合。',
    decisions: [
      { what: '把超期的走访补齐，走访记录当天上传', who: 'lead@zhuping', inDays: 10 },
      { what: '核对一次残疾证和护理补贴名单', who: `rehabCoordinator@${townshipKey}`, inDays: 30 },
    ],
    signed: UNIT_KINDS,
  });

/** One that was called in haste: two units have signed, two have not yet. And letters that ask for an answer. */
export async function meetInHaste(story: Story, townshipKey: string): Promise<void> {
  await meet(story, townshipKey, {
    kind: 'special',
    summary: '就近期夜间求助增多，临时开会商量值班和接警的衔接。',
    said: '值班电话当天公布到村，接到求助先通知村里，再按分工到场。',
    decisions: [{ what: '把值班表发到各村', who: `maker@${townshipKey}`, inDays: 3 }],
    signed: ['townHealthCenter', 'civilAffairsOffice'],
  });
  const { house, people } = story;
  const townshipId = areaId(story, townshipKey);
  // The second one waits on a phone of the wall.
  for (const [who, duty, words, inDays] of [
    ['lead@heting', 'TH-10', '村里有岗位空着，请报人选', 2],
    ['lead@zhuping', 'YM-13', '请报本季度村里办了几次康复活动、效果怎么样', 7],
  ] as const) {
    const body = { letterId: newId(), townshipId, receiverId: people.id(who), duty, words, dueOn: addDays(house.clock.today(), inDays) };
    await house.call(sendLetter, { as: await people.desk(`checker@${townshipKey}`), body });
  }
}
