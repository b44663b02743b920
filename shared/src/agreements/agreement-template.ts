import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { committeeOf } from '../kernel/committee.ts';
import { yuan, type Fen } from '../kernel/fen.ts';
import { REWARD_CYCLES, type RewardCycle } from '../policy/policy.terms.ts';
import { monthlyOf, type RewardStandard } from './reward.rules.ts';

/** Names the wording below. Whoever changes a word of it gives it a new name; signed agreements keep the text that was signed. */
export const TEMPLATE_VERSION = '2026-4';

/** Everything that differs from one agreement to the next. */
export type AgreementFacts = {
  readonly number: string;
  readonly townshipName: string;
  readonly villageName: string;
  readonly patientName: string;
  readonly guardianName: string;
  /** The guardian's relation to the patient in words, '父亲'. */
  readonly relation: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cycle: RewardCycle;
  readonly standards: readonly RewardStandard[];
  /** What the whole term earns with every duty done. */
  readonly fullFen: Fen;
  /** What a partial outcome pays of a period, in percent. */
  readonly partialPercent: number;
  /** Time for an objection, in calendar days. */
  readonly objectionDays: number;
  /** Whether the county lets two people stop the rest of a year: then the text that is signed says so. */
  readonly yearStop: boolean;
};

export type AgreementSection = { readonly heading: string; readonly paragraphs: readonly string[] };
export type AgreementText = { readonly title: string; readonly sections: readonly AgreementSection[] };

const standardInWords = ({ from, yearlyFen }: RewardStandard): string =>
  `自${inWords(from)}起，每年${yuan(yearlyFen)}元（每月约合${yuan(monthlyOf(yearlyFen))}元）`;

/** '云坪镇人民政府', '砚池街道办事处': who acts for a township or an urban street. */
export const governmentOf = (townshipName: string): string => `${townshipName}${townshipName.endsWith('街道') ? '办事处' : '人民政府'}`;

const YEAR_STOP_WORDS = '当期患者的行为又被认定违反治安管理或者刑事法律的，经两名工作人员决定并且听取过乙方意见，当年余下各期不再发放。';
/** Every wording of that clause which a text has had: whoever changes it adds the new one and keeps the old. */
const YEAR_STOP_WORDINGS = [YEAR_STOP_WORDS];

/** Whether a text says that two people may stop the rest of a year. A county that comes to want it later binds nobody who signed before. */
export const saysYearStop = ({ sections }: AgreementText): boolean =>
  sections.some(({ paragraphs }) => paragraphs.some(paragraph => YEAR_STOP_WORDINGS.some(words => paragraph.includes(words))));

/** The agreement between township and guardian. Source: agreement skeleton, duties and payment rules of the reward. */
export const agreementText = (facts: AgreementFacts): AgreementText => ({
  title: '严重精神障碍患者有奖监护协议',
  sections: [
    {
      heading: '协议双方',
      paragraphs: [
        `协议编号：${facts.number}`,
        `甲方：${governmentOf(facts.townshipName)}`,
        `乙方（监护人）：${facts.guardianName}，系被监护人的${facts.relation}`,
        `被监护人（患者）：${facts.patientName}，住${facts.townshipName}${facts.villageName}`,
        `见证方：${committeeOf(facts.villageName)}`,
        '为落实监护责任，帮助患者按时治疗、平稳生活，保护患者、家属和公众的安全与权益，依据《中华人民共和国民法典》《中华人民共和国精神卫生法》和以奖代补的有关规定，双方自愿签订本协议。',
      ],
    },
    {
      heading: '一、协议期限',
      paragraphs: [
        `本协议自${inWords(facts.from)}起，至${inWords(facts.to)}止，首尾两日都计算在内，最长不超过一年。期满自行终止，需要继续的另行签订。`,
      ],
    },
    {
      heading: '二、乙方的职责',
      paragraphs: [
        '1. 督促患者遵医嘱按时服药。患者没有服药或没有服全的，如实记录；如实记录“没吃”也是尽到职责。',
        '2. 每天看护患者，留意睡眠、饮食、情绪和行为的变化，记好监护手册（在手机上确认和报告的，视为已经记录）。',
        '3. 患者病情波动、走失、有自伤或伤人苗头时，立即报告；紧急时先拨打110或120。患者外出、搬家的，在24小时内报告。',
        '4. 配合医生、村（居）委会、民警、网格员等上门随访，如实说明情况。',
        '5. 患者需要就医时，协助送医、陪护和接回。',
        '6. 协助患者参加康复和社区活动。',
        '7. 不虐待、不遗弃、不非法关锁患者，爱护患者的人身和财产权益。',
        '8. 住址、联系方式、收款账户和监护情况有变化的，及时告知甲方。',
      ],
    },
    {
      heading: '三、甲方的职责',
      paragraphs: [
        '1. 组织一人一专班，为患者提供随访、送药、送医、康复和救助政策方面的帮助，告知乙方专班成员的联系方式。',
        '2. 接到乙方报告后及时处置，不得推诿。',
        '3. 按本协议认定乙方履行职责的情况，按时足额发放奖补资金。',
        '4. 不因乙方报告病情、走失或者事件而扣减奖补。',
      ],
    },
    {
      heading: '四、奖补标准',
      paragraphs: [
        `奖补标准：${facts.standards.map(standardInWords).join('；')}。`,
        `职责全部履行到位的，本协议全期奖补合计${yuan(facts.fullFen)}元。`,
        '不足一个月的，按实际履行天数除以当月总天数计算，算到分，分以下四舍五入；最后一期补足尾差，各期之和等于全期合计。',
        '患者长期住院、被羁押服刑或者走失期间，职责暂停，奖补相应暂停；恢复之日起继续计算。',
      ],
    },
    {
      heading: '五、认定与发放',
      paragraphs: [
        `1. 甲方${REWARD_CYCLES[facts.cycle]}认定一次。认定由两名与本协议没有利害关系的工作人员依据随访、报告和手册等情况分别提出意见，意见一致方为有效。`,
        '2. 职责履行到位的，全额发放。没有点按手机确认服药，或者如实报告没有服药，都不作为扣减的理由。',
        `3. 只有查明乙方违反第二条的具体条款、有证据、并且听取过乙方意见的，方可部分发放（当期的${String(facts.partialPercent)}%）或者不发放当期奖补，并书面说明理由。乙方及时报告、尽到全部职责的，即使发生事件也不扣减。`,
        '4. 奖补经制单、复核、放款三名不同的工作人员办理后，由乙方在本人微信上确认领取，款项直接到达乙方的微信零钱；乙方没有微信或者不便使用的，发放到乙方本人的银行账户。任何人不得代领、截留、抵扣。',
        facts.yearStop
          ? `5. 没有履行职责并且已经查明的那一期不发放，不影响乙方其他各期应得的奖补；${YEAR_STOP_WORDS}`
          : '5. 没有履行职责并且已经查明的那一期不发放，不影响乙方其他各期应得的奖补。',
      ],
    },
    {
      heading: '六、异议与申诉',
      paragraphs: [
        `乙方对认定结果有异议的，可以在知道结果之日起${String(facts.objectionDays)}日内向甲方提出，由甲方重新核实并答复；对答复不服的，可以向县级主管部门申诉。异议和申诉不影响其他各期奖补的发放。`,
        '乙方提出异议时，甲方应当告知由谁办理、什么时候答复。没有听取乙方意见的扣减无效。',
      ],
    },
    {
      heading: '七、变更与终止',
      paragraphs: [
        '1. 监护人变更的，本协议终止，由新的监护人另行签订；已履行的部分按天结算。',
        '2. 患者长期住院、被羁押服刑或者走失的，甲方书面告知乙方后暂停本协议；情况消除之日起恢复。',
        '3. 患者迁出、死亡，乙方丧失监护能力或者提出终止的，本协议终止，按天结算。',
        '4. 甲方提出终止的，应当说明理由并提前告知乙方；乙方可以按第六条提出异议。',
        '5. 采取欺骗手段领取奖补的，甲方有权追回，并依法处理。',
        '6. 期满前甲方提醒乙方是否继续；需要继续的重新申请，期满以后不自动延长。',
      ],
    },
    {
      heading: '八、保密',
      paragraphs: [
        '双方对患者的姓名、住址、病情等信息严格保密。甲方对外公示只公布人数、标准和总额，不公布任何人的姓名。',
        '双方因履行本协议知道的对方个人信息，只用于本协议约定的事项，依法保存和删除。',
      ],
    },
    {
      heading: '九、其他',
      paragraphs: [
        '本协议由乙方在手机上手写签名，或者在打印的文本上签名并由甲方工作人员当面见证、拍照存档，甲方签章后生效，电子文本与纸质文本具有同等效力。协议内容以系统计算的校验值为准，签字后任何一方不得单方改动。',
        '本协议文本由甲方在使用前交法律顾问或者司法所审查；与法律、法规不一致的，以法律、法规为准。',
        '乙方确认：已经阅读全文，或者已由工作人员逐条读给本人听，理解并同意以上内容。',
      ],
    },
  ],
});

/** The text as it is hashed: NFC, one line a paragraph, no space at a line's ends, one newline at the end. */
export const canonicalText = ({ title, sections }: AgreementText): string =>
  [title, ...sections.flatMap(section => [section.heading, ...section.paragraphs])]
    .map(line => line.normalize('NFC').trim())
    .join('\n')
    .concat('\n');
