import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { OBJECTION_LEVELS } from '@guanhu/shared/appraisal/appraisal.terms';
import { makeObjection } from '@guanhu/shared/appraisal/objections.routes';
import { ENTITLEMENT_KINDS, ENTITLEMENT_STATES } from '@guanhu/shared/payouts/payouts.terms';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { urlOf, type AnswerOf } from '@guanhu/shared/kernel/route';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { useWaiting } from '../../../platform/outbox/use-waiting.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords, monthDay, span } from '../../../ui/time.ts';
import { lineState, objectionWords } from './line-words.ts';
import { appraisalWords } from '../../../words/appraisal.ts';
import { commonWords } from '../../../words/common.ts';

type Line = AnswerOf<typeof myPassbook>['agreements'][number]['lines'][number];

/** One period as its guardian reads it: what it comes to and why, what there still is to do, when the money comes, and how to object. */
export default function LinePage() {
  const appraisalId = useRouter().params.appraisalId ?? '';
  const { value, refusal, reload } = useRead(myPassbook, { keep: true });
  useDidShow(() => void reload());
  const isWaiting = useWaiting(urlOf(makeObjection, { appraisalId }), reload);
  const line = value?.agreements.flatMap(each => each.lines).find(each => each.appraisalId === appraisalId);
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (!line)
    return (
      <Page>
        <Empty title={appraisalWords.noPeriod} sub={appraisalWords.noPeriodSub} />
      </Page>
    );
  return (
    <Page>
      <Card title={span(line.from, line.to)}>
        <View className="gh-sub">{lineState(line)}</View>
        <Amount fen={line.amountFen} big />
        <KeyValue name={appraisalWords.wholePeriod}>
          <Amount fen={line.fullFen} />
        </KeyValue>
        <KeyValue name={appraisalWords.whenToCollect} note={line.claim} last>
          {''}
        </KeyValue>
        {line.entitlement?.state === 'claimable' && (
          <BigButton onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: line.entitlement?.id ?? '' })}>
            {commonWords.collect}
          </BigButton>
        )}
      </Card>
      {line.todo.length > 0 && (
        <Card title={appraisalWords.whatElse}>
          {line.todo.map(words => (
            <View key={words} className="gh-sub">
              {words}
            </View>
          ))}
        </Card>
      )}
      {line.deductions.length > 0 && <Deductions line={line} />}
      {line.entitlements.length > 1 && (
        <Card title={appraisalWords.payments} list>
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
      {isWaiting && <View className="gh-sub">{appraisalWords.objectionQueued}</View>}
      {line.mayObject && !isWaiting && (
        <Card title={appraisalWords.disagreeAsk}>
          <View className="gh-sub">{appraisalWords.mayObject(OBJECTION_LEVELS[line.mayObject.level], monthDay(line.mayObject.until))}</View>
          <View className="gh-gap">
            <BigButton icon="mic" onTap={() => goTo('/packages/appraisal/objection/index', { appraisalId })}>
              {appraisalWords.disagree}
            </BigButton>
          </View>
        </Card>
      )}
    </Page>
  );
}

const Deductions = ({ line }: { line: Line }) => (
  <Card title={appraisalWords.whyLess}>
    {line.deductions.map((each, index) => (
      <KeyValue
        key={each.clause}
        name={appraisalWords.notDone(each.label)}
        note={each.evidence}
        last={index === line.deductions.length - 1}
      >
        {''}
      </KeyValue>
    ))}
    {line.heardOn !== null && <View className="gh-note">{appraisalWords.heard(monthDay(line.heardOn))}</View>}
    {line.later.map(fact => (
      <View key={fact} className="gh-note">
        {fact}
      </View>
    ))}
  </Card>
);

const Objections = ({ line }: { line: Line }) => (
  <Card title={appraisalWords.myObjections}>
    {line.objections.map((each, index) => (
      <KeyValue
        key={each.id}
        name={appraisalWords.objectionAt(OBJECTION_LEVELS[each.level], objectionWords(each))}
        note={[
          each.words ?? appraisalWords.recording,
          momentInWords(each.at, phoneToday()),
          each.answer && appraisalWords.answered(each.answer.reasons),
        ]
          .filter(Boolean)
          .join(commonWords.clauseMark)}
        last={index === line.objections.length - 1}
      >
        {''}
      </KeyValue>
    ))}
  </Card>
);
