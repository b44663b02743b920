import { useState } from 'react';
import { View } from '@tarojs/components';
import { escalateRequest, listMyRequests } from '@guanhu/shared/rights/requests.routes';
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_STATES } from '@guanhu/shared/rights/rights.terms';
import { call } from '../../../../platform/api/index.ts';
import { newKey } from '../../../../platform/api/new-key.ts';
import { useRead } from '../../../../platform/api/use-read.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { monthDay } from '../../../../ui/time.ts';
import { rightsWords } from '../../../../words/rights.ts';

/** What this person asked, what was answered, and the way to the county. */
export function MyRequests() {
  const requests = useRead(listMyRequests, { query: { limit: 20 }, keep: true });
  const [say, setSay] = useState<string>();
  const escalate = async (requestId: string, version: number) => {
    const answer = await call(escalateRequest, { params: { requestId }, body: { version }, key: newKey() });
    setSay(answer.ok ? undefined : answer.refusal.say);
    await requests.reload();
  };
  return (
    <>
      {requests.value?.rows.map(request => (
        <Card key={request.requestId} title={rightsWords.myRequest(REQUEST_KINDS[request.kind])}>
          <Tag tone={request.overdue ? 'warn' : 'calm'}>{request.overdue ? rightsWords.overdue : REQUEST_STATES[request.state]}</Tag>
          <View className="gh-sub gh-gap">{[request.words, request.hasVoice ? rightsWords.saidInOwnVoice : ''].join('')}</View>
          {request.answers.map(answer => (
            <View key={answer.at} className="gh-gap">
              {rightsWords.answer(REQUEST_OUTCOMES[answer.outcome], answer.words)}
            </View>
          ))}
          {request.answers.length === 0 && (
            <View className="gh-sub gh-gap">
              {rightsWords.answersBy(request.officer ?? rightsWords.administrator, monthDay(request.dueOn))}
            </View>
          )}
          {request.mayEscalate && (
            <View className="gh-gap">
              <BigButton look="line" onTap={() => void escalate(request.requestId, request.version)}>
                {rightsWords.escalate}
              </BigButton>
            </View>
          )}
        </Card>
      ))}
      {say !== undefined && <View className="gh-form-row__fault">{say}</View>}
    </>
  );
}
