import { inWords } from '@guanhu/shared/kernel/calendar-date';
import { partialInWords } from '@guanhu/shared/kernel/partial-date';
import { SEXES } from '@guanhu/shared/registry/registry.terms';
import { formOf, signsInWords } from '@guanhu/shared/screening/clue-form.rules';
import type { ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { readClue } from '@guanhu/shared/screening/clue.routes';
import { CLUE_SOURCES, FINDINGS, WHEREABOUTS } from '@guanhu/shared/screening/clue.terms';
import { Link, useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { CheckClue } from './check-clue.tsx';
import { clueTag } from './clue-tones.ts';
import { DescribeClue } from './describe-clue.tsx';
import { InformantCard } from './informant-card.tsx';
import { ReviewClue } from './review-clue.tsx';
import { WithdrawClue } from './withdraw-clue.tsx';

/** One clue and its next step. */
export function CluePage() {
  const { clueId = '' } = useParams();
  const clue = useRead(readClue, { params: { clueId } });
  return <Answered of={clue}>{answer => <Clue key={answer.version} clue={answer} />}</Answered>;
}

function Clue({ clue }: { clue: ClueAnswer }) {
  const checks = useMayByPost('clue:check');
  const reviews = useMayByPost('clue:review');
  const { tone, words } = clueTag(clue);
  return (
    <Detail over={`${clue.areaName} · 排查线索`} title={clue.person?.name ?? '还没写是谁'} actions={<Tag tone={tone}>{words}</Tag>}>
      {clue.erasedAt !== null && <p className="sub">已办结，个人信息在 {instantInWords(clue.erasedAt)} 抹去。</p>}
      <Told clue={clue} />
      <Steps clue={clue} />
      {clue.hasInformant && <InformantCard clueId={clue.clueId} />}
      {clue.state === 'open' && checks && <DescribeClue clue={clue} />}
      {clue.state === 'open' && checks && clue.person !== null && <CheckClue clue={clue} />}
      {clue.state === 'toReview' && (reviews ? <ReviewClue clue={clue} /> : <p className="sub">等精防医生写下精神科医师的复核意见。</p>)}
      {clue.endedAt === null && checks && <WithdrawClue clue={clue} />}
    </Detail>
  );
}

/** What was told. A list of what was answered 有, and no number made of it. */
function Told({ clue }: { clue: ClueAnswer }) {
  const { person, group, form } = clue;
  const signs = signsInWords(form, clue.yes);
  return (
    <Card title="线索内容">
      <Facts
        of={[
          ['怎么知道的', CLUE_SOURCES[clue.source]],
          ['谁报上来的', `${clue.reportedBy}，${instantInWords(clue.reportedAt)}`],
          ['人现在何处', WHEREABOUTS[clue.whereabouts]],
          ...(person?.place === undefined ? [] : [['住在哪里', person.place] as const]),
          ...(person?.sex === undefined ? [] : [['性别', SEXES[person.sex]] as const]),
          ...(person?.born === undefined ? [] : [['出生', partialInWords(person.born)] as const]),
          ...(person?.idNumber === undefined ? [] : [['证件号码', person.idNumber] as const]),
          ...(group === null ? [] : [['排查对象', formOf(form)?.groups[group] ?? '—'] as const]),
        ]}
      />
      {signs.length > 0 && (
        <ul>
          {signs.map(sign => (
            <li key={sign}>{sign}</li>
          ))}
        </ul>
      )}
      {clue.note !== null && <p>「{clue.note}」</p>}
      {clue.incidentId !== null && (
        <p>
          <Link to={`/incidents/${clue.incidentId}`}>看当时上报的情况</Link>
        </p>
      )}
    </Card>
  );
}

function Steps({ clue: { checked, review, patientId, sameAs, dueOn } }: { clue: ClueAnswer }) {
  if (checked === null && dueOn === null) return null;
  return (
    <Card title="办理情况">
      <Facts
        of={[
          ...(dueOn === null ? [] : [['下一步最晚', inWords(dueOn)] as const]),
          ...(checked === null ? [] : [['核对', `${checked.by}，${instantInWords(checked.at)}`] as const]),
          ...(typeof checked?.reason === 'string' ? [['为什么不是同一个人', checked.reason] as const] : []),
          ...(review === null ? [] : [['诊断复核', `${inWords(review.on)}：${FINDINGS[review.finding]}`] as const]),
          ...(typeof review?.words === 'string' ? [['复核意见', review.words] as const] : []),
        ]}
      />
      {patientId !== null && <Link to={`/patients/${patientId}`}>看档案</Link>}
      {sameAs !== null && <Link to={`/clues/${sameAs}`}>看另一条线索</Link>}
    </Card>
  );
}
