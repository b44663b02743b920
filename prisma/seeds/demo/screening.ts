import { newId } from '@guanhu/server/platform/ids';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { answerVillage, correctGap, listCampaigns, planCampaign, readCampaign } from '@guanhu/shared/screening/campaign.routes';
import type { CampaignKind } from '@guanhu/shared/screening/campaign.terms';
import { checkClue, reportClue, reviewClue } from '@guanhu/shared/screening/clue.routes';
import { villages } from './places.ts';
import { areaId, type Story } from './story.ts';

type Told = {
  readonly ago: number;
  readonly name: string;
  readonly yes: readonly number[];
  readonly note: string;
  readonly place: string;
  readonly informant?: { readonly name: string; readonly phone: string };
  /** How far it has got by today. */
  readonly until: 'open' | 'toReview' | 'notConfirmed';
};
const TOLD: readonly Told[] = [
  { ago: 13, name: '邬守田', yes: [9, 11], note: '半年不出门，饭放在门口', place: '三组，桥西第二家', until: 'notConfirmed' },
  {
    ago: 9,
    name: '卞春生',
    yes: [5, 7],
    note: '总说有人在水里下药，自己挑河水喝',
    place: '一组，祠堂后面',
    informant: { name: '隔壁的卢婶', phone: '13800000000' },
    until: 'toReview',
  },
  { ago: 3, name: '外号“老槐”', yes: [6], note: '常在集市上一个人走，衣服穿反', place: '集市一带', until: 'open' },
];
const ANSWERED_AGO = 2;
const PLANNED_AGO = 6;

/**
 * What the village of the visitor's township told of people without a file, and what its villages answered to the half-year's round; another
 * screening runs, and the other villages have not answered it yet.
 */
export async function screening(story: Story, townshipKey: string, villageKey: string, day: CalendarDate): Promise<void> {
  const ago = (days: number) => day === addDays(story.today, -days);
  for (const told of TOLD) if (ago(told.ago)) await tell(story, townshipKey, villageKey, told);
  if (ago(PLANNED_AGO)) await planAnother(story, townshipKey, day);
  if (!ago(ANSWERED_AGO)) return;
  for (const { key } of villages.filter(village => village.townshipKey === townshipKey)) await answer(story, key, 'round');
  await answer(story, villageKey, 'campaign');
}

async function tell(story: Story, townshipKey: string, villageKey: string, told: Told): Promise<void> {
  const { house, people } = story;
  const { name, yes, note, place, informant, until } = told;
  const clueId = newId();
  const body = {
    clueId,
    form: 1,
    yes: [...yes],
    group: 6,
    source: 'public',
    whereabouts: 'atHome',
    person: { name, place },
    note,
  } as const;
  const as = await people.phone(`lead@${villageKey}`);
  const areas = { areaId: areaId(story, villageKey) };
  await house.call(reportClue, { as, params: areas, body: informant === undefined ? body : { ...body, informant } });
  if (until === 'open') return;
  const params = { clueId };
  house.clock.pass(95);
  await house.call(checkClue, {
    as: await people.desk(`maker@${townshipKey}`),
    params,
    body: { as: 'new', version: 1, reason: '村里没有同名的人' },
  });
  if (until === 'toReview') return;
  house.clock.pass(60);
  const found = { finding: 'notConfirmed', opinion: '腿脚不便、情绪低落，请村里多走动，两个月后再看', patientId: newId() } as const;
  const review = { version: 2, reviewedOn: house.clock.today(), psychiatrist: '顾医师', hospital: '县精神卫生中心', ...found };
  await house.call(reviewClue, { as: await people.desk(`doctor@${townshipKey}`), params, body: review });
}

/** The office has every village look once more before the year ends. */
async function planAnother(story: Story, townshipKey: string, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const days = { planOn: day, carryOutOn: day, fillGapsOn: addDays(day, 12), consolidateOn: addDays(day, 18), endsOn: addDays(day, 25) };
  const body = { campaignId: newId(), areaId: areaId(story, townshipKey), title: '入冬前走访排查', groups: [2, 5, 6], ...days };
  await house.call(planCampaign, { as: await people.desk(`maker@${townshipKey}`), body });
}

/** A village answers: the standing round late, with how the gap was filled. */
async function answer(story: Story, villageKey: string, kind: CampaignKind): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`lead@${villageKey}`);
  const asked = (await house.call(listCampaigns, { as })).rows.find(row => row.kind === kind);
  if (!asked) return;
  const params = { campaignId: asked.campaignId };
  const body = { answer: asked.clues > 0 ? 'clues' : 'nobody' } as const;
  await house.call(answerVillage, { as, params: { ...params, areaId: areaId(story, villageKey) }, body });
  const { gaps } = await house.call(readCampaign, { as, params });
  for (const { gapId } of gaps.filter(gap => gap.mine))
    await house.call(correctGap, { as, params: { gapId }, body: { remark: '已逐户走访' } });
}
