import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';

export type LetterFacts = {
  readonly number: string;
  readonly townshipName: string;
  readonly villageName: string;
  readonly patientName: string;
  /** Only its end: the whole number is told by telephone to the receiving side. */
  readonly idNumberEnd: string | null;
  readonly diagnosis: string;
  readonly destination: string;
  readonly movedOn: CalendarDate;
  readonly guardians: readonly { readonly name: string; readonly phone: string | null }[];
};

/** The letter that goes with somebody who leaves the county, paragraph by paragraph. It is handed over on paper, never sent as a message. */
export function handoverLetter(facts: LetterFacts): { readonly title: string; readonly paragraphs: readonly string[] } {
  const guardians = facts.guardians.map(({ name, phone }) => `${name}（电话 ${phone ?? '未登记'}）`).join('、');
  return {
    title: '严重精神障碍患者管理服务交接函',
    paragraphs: [
      `编号：${facts.number}`,
      `致：${facts.destination}乡镇（街道）卫生院、社会事务办`,
      `我处管理服务的${facts.patientName}（身份证号后四位 ${facts.idNumberEnd ?? '未登记'}，诊断：${facts.diagnosis}），原住${facts.townshipName}${facts.villageName}，于${inWords(facts.movedOn)}迁往你处。`,
      `监护人：${guardians === '' ? '未登记' : guardians}。`,
      '请予接收，并在十个工作日内回复是否接收。接收前如有情况，请与我处联系。随访、评估和用药记录按规定的渠道移交，不随本函。',
      '本函含个人隐私，请专人保管，不得公开、转发。',
      `${facts.townshipName}（盖章）`,
    ],
  };
}
