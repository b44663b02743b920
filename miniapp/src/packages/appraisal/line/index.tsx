import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { OBJECTION_LEVELS } from '@guanhu/shared/appraisal/appraisal.terms';
import { ENTITLEMENT_KINDS, ENTITLEMENT_STATES } from '@guanhu/shared/payouts/payouts.terms';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords, monthDay, span } from '../../../ui/time.ts';
import { lineState, objectionWords } from './line-words.ts';

type Line = AnswerOf<typeof myPassbook>['agreements'][number]['lines'][number];

/** One period as its guardian reads it: what it comes to and why, what there still is to do, when the money comes, and how to object. */
export default function LinePage() {
  const appraisalId = useRouter().params.appraisalId ?? '';
  const { value, refusal, reload } = useRead(myPassbook, { keep: true });
  useDidShow(() => void reload());
  const line = value?.agreements.flatMap(each => each.lines).find(each => each.appraisalId === appraisalId);
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (!line)
    return (
      <Page>
        <Empty title="没有找到这一期" sub="请回到我的协议再看" />
      </Page>
    );
  return (
    <Page>
      <Card title={span(line.from, line.to)}>
        <View className="gh-sub">{lineState(line)}</View>
        <Amount fen={line.amountFen} big />
        <KeyValue name="做满这一期">
          <Amount fen={line.fullFen} />
        </KeyValue>
        <KeyValue name="什么时候能领" note={line.claim} last>
          {''}
        </KeyValue>
        {line.entitlement?.state === 'claimable' && (
          <BigButton onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: line.entitlement?.id ?? '' })}>
            领取
          </BigButton>
        )}
      </Card>
      {line.todo.length > 0 && (
        <Card title="我还能做什么">
          {line.todo.map(words => (
            <View key={words} className="gh-sub">
              {words}
            </View>
          ))}
        </Card>
      )}
      {line.deductions.length > 0 && <Deductions line={line} />}
      {line.entitlements.length > 1 && (
        <Card title="发放记录" list>
          {line.entitlements.map((each, index) => (
            <KeyValue
              key={each.id}
              name={`${ENTITLEMENT_KINDS[each.kind]} ${ENTITLEMENT_STATES[each.state]}`}
              last={index === line.entitlements.length - 1}
            >
              <Amount fen={each.amountFen} />
            </KeyValue>
          ))}
        </Card>
      )}
      {line.objections.length > 0 && <Objections line={line} />}
      {line.mayObject && (
        <Card title="您有不同意见吗？">
          <View className="gh-sub">{`可以向${OBJECTION_LEVELS[line.mayObject.level]}提出，${monthDay(line.mayObject.until)}以前。提了不会比现在少。`}</View>
          <View className="gh-gap">
            <BigButton icon="mic" onTap={() => goTo('/packages/appraisal/objection/index', { appraisalId })}>
              我有不同意见
            </BigButton>
          </View>
        </Card>
      )}
    </Page>
  );
}

const Deductions = ({ line }: { line: Line }) => (
  <Card title="为什么少发">
    {line.deductions.map((each, index) => (
      <KeyValue key={each.clause} name={`没做到：${each.label}`} note={each.evidence} last={index === line.deductions.length - 1}>
        {''}
      </KeyValue>
    ))}
    {line.heardOn !== null && <View className="gh-note">{`${monthDay(line.heardOn)}听过您的意见，两个人一致认定`}</View>}
    {line.later.map(fact => (
      <View key={fact} className="gh-note">
        {fact}
      </View>
    ))}
  </Card>
);

const Objections = ({ line }: { line: Line }) => (
  <Card title="我的异议">
    {line.objections.map((each, index) => (
      <KeyValue
        key={each.id}
        name={`${OBJECTION_LEVELS[each.level]}：${objectionWords(each)}`}
        note={[each.words ?? '（录音）', momentInWords(each.at, phoneToday()), each.answer && `答复：${each.answer.reasons}`]
          .filter(Boolean)
          .join('；')}
        last={index === line.objections.length - 1}
      >
        {''}
      </KeyValue>
    ))}
  </Card>
);
