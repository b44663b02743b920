import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';

/** What the written report is made from. A null is what nobody knows: the letter says so. */
export type LostLetterFacts = {
  readonly townshipName: string;
  readonly villageName: string;
  readonly patientName: string;
  readonly idNumber: string | null;
  readonly guardianNames: readonly string[];
  /** Words of the reason of the form. */
  readonly reason: string;
  /** Days on which nobody was met, oldest first. */
  readonly missedOn: readonly CalendarDate[];
  readonly lastSeenOn: CalendarDate | null;
  readonly on: CalendarDate;
};

export type LostLetter = {
  readonly title: string;
  readonly to: readonly string[];
  readonly paragraphs: readonly string[];
  readonly from: string;
  readonly on: CalendarDate;
};

/** The written report at once to the political-legal committee and the police, who help to search (YM-01). A draft: an official sends it. */
export function lostLetter(facts: LostLetterFacts): LostLetter {
  const { townshipName, villageName, patientName, idNumber, guardianNames, reason, missedOn, lastSeenOn, on } = facts;
  const guardians = guardianNames.length === 0 ? '未登记监护人' : `监护人${guardianNames.join('、')}`;
  const tried = missedOn.length === 0 ? '' : `工作人员先后于${missedOn.map(inWords).join('、')}随访，均未能访到本人。`;
  const seen = lastSeenOn === null ? '此前没有访到本人的记录。' : `最近一次访到本人是${inWords(lastSeenOn)}。`;
  return {
    title: '关于服务对象失访的书面报告',
    to: ['中共县委政法委员会', '县公安局'],
    paragraphs: [
      `我${townshipName}${villageName}服务对象${patientName}（公民身份号码${idNumber ?? '未登记'}，${guardians}），因${reason}，已失去联系。`,
      `${tried}${seen}`,
      '现按规定书面报告，请协助查找。找到后请告知我处，以便及时恢复随访和治疗。本报告涉及个人隐私，请按规定保密。',
    ],
    from: `${townshipName}社会事务办公室`,
    on,
  };
}
