import { newId } from '@guanhu/server/platform/ids';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { closeLegalMatter, noteLegalMatter, recordLegalMatter } from '@guanhu/shared/law/legal-matter.routes';
import { addActivityPhoto, logActivity } from '@guanhu/shared/outreach/activity.routes';
import type { LoggedKind } from '@guanhu/shared/outreach/activity.terms';
import * as rehab from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { proposeCost } from '@guanhu/shared/relief/cost.routes';
import { handOverEscort, moveEscort, planEscort } from '@guanhu/shared/relief/escort.routes';
import { quiet } from './quiet.ts';
import { scannedPage } from './scan.ts';
import { areaId, patientId, type Story } from './story.ts';

/** Neighbours quarrel; the village settles it with the justice office within the week. */
export async function settleQuarrel(story: Story, villageKey: string): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`lead@${villageKey}`);
  const [matterId, foundOn] = [newId(), house.clock.today()];
  const about = { patientId: patientId(story, quiet(story, villageKey, 0)), areaId: null, ownerId: people.id(`lead@${villageKey}`) };
  const quarrel = { kind: 'dispute', subject: 'neighbours', words: '邻居嫌夜里吵，堵了出门的路，两家吵了一架' } as const;
  await house.call(recordLegalMatter, { as, body: { matterId, foundOn, dueOn: addDays(foundOn, 7), ...about, ...quarrel } });
  house.clock.pass(40);
  const params = { matterId };
  const told = { version: 1, act: 'justiceTold', words: '请司法所来村里一起调解' } as const;
  await house.call(noteLegalMatter, { as, params, body: told });
  house.clock.pass(180);
  await house.call(closeLegalMatter, {
    as,
    params,
    body: { version: 2, outcome: 'settled', words: '路让开了，写了调解书，约好夜里有事先打电话' },
  });
}

/** A family is led to legal aid, and the justice office tells of a conflict that is nobody's with a file: both are open. */
export async function leadToTheLaw(story: Story, townshipKey: string, villageKey: string): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(`maker@${townshipKey}`);
  const foundOn = house.clock.today();
  const days = { foundOn, dueOn: addDays(foundOn, 15) };
  const aid = { kind: 'legalAid', subject: null, words: '父母过世，抚养费和房子的事要请律师，转县法律援助中心' } as const;
  const family = { patientId: patientId(story, quiet(story, villageKey, 1)), areaId: null, ownerId: people.id(`maker@${townshipKey}`) };
  await house.call(recordLegalMatter, { as, body: { matterId: newId(), ...family, ...days, ...aid } });
  const told = { kind: 'mediationNotice', subject: 'property', words: '司法所通报：两户争水渠，其中一户扬言上访' } as const;
  const place = { patientId: null, areaId: areaId(story, villageKey), ownerId: people.id(`lead@${villageKey}`) };
  await house.call(recordLegalMatter, { as, body: { matterId: newId(), ...place, ...days, ...told } });
}

/** Somebody is brought to a relief station and handed over; another one is to go soon. */
export async function bringHome(story: Story, townshipKey: string, villageKey: string): Promise<void> {
  const { house, people } = story;
  /** A session at the desk ends while nothing is done there. */
  const maker = () => people.desk(`maker@${townshipKey}`);
  const plan = async (at: number, to: string) => {
    const way = {
      reason: 'elsewhere',
      from: '镇社会事务办',
      to,
      escorts: '民警和民政干部各一人',
      words: '家在外县，已联系当地民政',
    } as const;
    const params = { patientId: patientId(story, quiet(story, villageKey, at)) };
    return house.call(planEscort, { as: await maker(), params, body: { escortId: newId(), ...way } });
  };
  const { escortId } = await plan(0, '邻县救助管理站');
  const params = { escortId };
  house.clock.pass(30);
  await house.call(moveEscort, { as: await maker(), params, body: { version: 1, to: 'underway' } });
  house.clock.pass(150);
  const taken = { receiver: '站里值班人员', unit: '邻县救助管理站', phone: '0000-0000001', condition: '情绪平稳，路上吃了药' };
  await house.call(handOverEscort, {
    as: await maker(),
    params,
    body: { version: 2, items: ['medicine', 'prescription', 'clothes'], ...taken },
  });
  for (const [paidFor, billFen, words] of [
    ['travel', 28_600, '往返车票四张'],
    ['board', 9_000, '两人一天食宿'],
  ] as const) {
    const body = { costId: newId(), origin: 'elsewhere', paidFor, billFen, words, escortId } as const;
    await house.call(proposeCost, { as: await maker(), params: { patientId: patientId(story, quiet(story, villageKey, 0)) }, body });
  }
  await plan(1, '邻市亲属家');
}

const HELD: readonly (readonly [LoggedKind, string, string, number])[] = [
  ['publicity', '世界精神卫生日赶集宣传', '发材料三百份，接待咨询二十多人次', 320],
  ['training', '村医和网格员业务培训', '讲了随访表和危险性评估，当场练了两遍', 36],
  ['guidance', '县精神卫生中心下乡指导', '看了随访记录，改了两份用药建议的写法', 9],
  ['familyTraining', '家庭康复培训', '教家属看懂药盒、认早期信号', 18],
];

/** What was held for the public, for those who work here and for families; the first has a picture. */
export async function holdActivities(story: Story, townshipKey: string): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(`doctor@${townshipKey}`);
  const place = { areaId: areaId(story, townshipKey), on: house.clock.today(), organiser: 'townHealthCenter' } as const;
  for (const [at, [kind, what, findings, attendees]] of HELD.entries()) {
    const { activityId } = await house.call(logActivity, { as, body: { activityId: newId(), kind, what, findings, attendees, ...place } });
    const body = { photoId: newId(), content: scannedPage(what).toString('base64'), nobodyOfCare: true } as const;
    if (at === 0) await house.call(addActivityPhoto, { as, params: { activityId }, body });
  }
}

/** A programme of a township: some take part and come or do not, somebody works, and families help one another. */
export async function rehabilitate(story: Story, townshipKey: string, villageKey: string): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(`maker@${townshipKey}`);
  const [since, programmeId, place] = [addDays(house.clock.today(), -30), newId(), { areaId: areaId(story, townshipKey) }];
  const programme = { programmeId, kind: 'work', what: '编竹筐和包装', place: '镇文化站一楼', since, ...place } as const;
  await house.call(rehab.openProgramme, { as, body: programme });
  const participants: string[] = [];
  for (const [at, origin] of (['hospital', 'family', 'team'] as const).entries()) {
    const params = { patientId: patientId(story, quiet(story, villageKey, at)) };
    const { id } = await house.call(rehab.joinProgramme, { as, params, body: { participantId: newId(), programmeId, origin, since } });
    participants.push(id);
  }
  for (const [at, what] of ['学打底，坐得住半小时', '能自己编一只', '包装五十份，算了工钱'].entries()) {
    const body = { sessionId: newId(), on: addDays(since, 7 * (at + 1)), what, present: participants.slice(0, at + 1) };
    await house.call(rehab.logSession, { as, params: { programmeId }, body });
  }
  const works = { employmentId: newId(), kind: 'welfare', where: '村保洁', since } as const;
  await house.call(rehab.recordEmployment, { as, params: { patientId: patientId(story, quiet(story, villageKey, 0)) }, body: works });
  for (const [name, does] of [
    ['李热心', '陪着去县里领药'],
    ['周大嫂', '家里有事时帮着照看半天'],
  ] as const) {
    await house.call(rehab.addVolunteer, { as, body: { volunteerId: newId(), name, phone: null, does, since, ...place } });
  }
}
