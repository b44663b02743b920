import type { RoundAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { DEPARTMENTS, ROW_VERDICTS, VERDICT_KEYS } from '@guanhu/shared/exchange/exchange.terms';
import { readRound, signRound } from '@guanhu/shared/exchange/exchange.routes';
import { monthInWords } from '@guanhu/shared/exchange/round.rules';
import { ROUND_STATES } from '@guanhu/shared/exchange/round.terms';
import { Button, Popconfirm } from 'antd';
import { useParams } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { ChangesCard } from './changes-card.tsx';
import { DifferencesCard } from './differences-card.tsx';
import { HandInDialog } from './hand-in-dialog.tsx';
import { RowsCard } from './rows-card.tsx';

/** One month of one township: lists, lines, differences, and the signature. */
export function RoundPage() {
  const { roundId = '' } = useParams();
  const round = useRead(readRound, { params: { roundId } });
  return <Answered of={round}>{answer => <Round key={answer.roundId} round={answer} />}</Answered>;
}

function Round({ round }: { round: RoundAnswer }) {
  const { roundId, version, state, signed } = round;
  const sign = useWrite(signRound);
  const seesDetails = useMayByPost('exchange:details');
  return (
    <Detail
      over={state === 'open' ? `${dayInWords(round.deadline)}截止交名单` : `${ROUND_STATES[state]}，不再变动`}
      title={`${round.townshipName} ${monthInWords(round.month)}信息交换`}
      actions={
        state === 'open' &&
        round.maySign && (
          <Popconfirm
            title="签认以后不能再改，各部门交来的名单随之删除，只留签认的结果。"
            okText="签认"
            cancelText="再想想"
            onConfirm={() => void sign.run({ params: { roundId }, body: { version } })}
          >
            <Button type="primary" size="large" loading={sign.busy}>
              签认本月结果
            </Button>
          </Popconfirm>
        )
      }
    >
      <Refusal of={sign} />
      {signed && (
        <Card title="签认">
          <Facts
            of={[
              ['签认人', signed.by],
              ['时间', instantInWords(signed.at)],
              ['对上的人', `${signed.patients} 人`],
              ['没有谈拢的项', `${signed.notAgreed} 项`],
              ['SHA-256', <code className="digest">{signed.sha256}</code>],
              ['SM3', <code className="digest">{signed.sm3}</code>],
            ]}
          />
        </Card>
      )}
      <Card title="各部门的名单">
        <ul className="plain-list">
          {round.lists.map(list => (
            <li key={list.department}>
              <DepartmentLine round={round} list={list} />
            </li>
          ))}
        </ul>
        <p className="small">每行都有结论；一个部门再交一次，就替换它上一次交的名单，原来的答复也要重新给。</p>
      </Card>
      {seesDetails && state === 'open' && <RowsCard roundId={roundId} mayMatch={round.mayMatch} />}
      {seesDetails && <DifferencesCard roundId={roundId} />}
      {seesDetails && state === 'signed' && <ChangesCard roundId={roundId} />}
    </Detail>
  );
}

function DepartmentLine({ round, list: { department, handedIn } }: { round: RoundAnswer; list: RoundAnswer['lists'][number] }) {
  const mine = round.state === 'open' && round.mine.includes(department);
  const leftOut = [
    ...(handedIn?.skipped.length ? [`没有名单的工作表：${handedIn.skipped.join('、')}`] : []),
    ...(handedIn?.ignored.length ? [`没有读入的列：${handedIn.ignored.join('、')}`] : []),
  ];
  return (
    <>
      <div className="split">
        <span>
          <strong>{DEPARTMENTS[department].label}</strong>
          <span className="small">
            {handedIn
              ? `\u3000${handedIn.fileName ?? '在网页上填写'}\u3000${handedIn.by} ${instantInWords(handedIn.at)}`
              : '\u3000还没有交'}
          </span>
        </span>
        <span className="actions">
          {handedIn?.late && <Tag tone="warn">过了截止日</Tag>}
          {mine && <HandInDialog roundId={round.roundId} department={department} again={handedIn !== null} />}
        </span>
      </div>
      {handedIn && round.state === 'open' && (
        <p className="small">{VERDICT_KEYS.map(verdict => `${ROW_VERDICTS[verdict]} ${handedIn.counts[verdict]} 行`).join('，')}</p>
      )}
      {leftOut.map(words => (
        <p key={words} className="small">
          {words}
        </p>
      ))}
    </>
  );
}
