import { View } from '@tarojs/components';
import { escalateRequest, listMyRequests } from '@guanhu/shared/rights/requests.routes';
import { REQUEST_KINDS, REQUEST_OUTCOMES, REQUEST_STATES } from '@guanhu/shared/rights/rights.terms';
import { urlOf } from '@guanhu/shared/kernel/route';
import { useDeeds } from '../../../../platform/api/use-deeds.ts';
import { useRead } from '../../../../platform/api/use-read.ts';
import { useWaiting } from '../../../../platform/outbox/use-waiting.ts';
import { BigButton } from '../../../../ui/button/big-button.tsx';
import { Card } from '../../../../ui/card/card.tsx';
import { Tag } from '../../../../ui/tag/tag.tsx';
import { monthDay } from '../../../../ui/time.ts';
import { commonWords } from '../../../../words/common.ts';
import { rightsWords } from '../../../../words/rights.ts';

/** What this person asked, what was answered, and the way to the county. */
export function MyRequests() {
  const requests = useRead(listMyRequests, { query: { limit: 20 }, keep: true });
  const { doing, send } = useDeeds(requests.reload, { what: rightsWords.escalation });
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
            <Escalate
              requestId={request.requestId}
              busy={doing.at === 'sending'}
              onTap={() => void send(escalateRequest, { requestId: request.requestId }, { version: request.version })}
              reload={requests.reload}
            />
          )}
        </Card>
      ))}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
    </>
  );
}

type EscalateProps = {
  readonly requestId: string;
  readonly busy: boolean;
  readonly onTap: () => void;
  readonly reload: () => Promise<void>;
};

/** The way to the county; once taken without signal it is said that it waits. */
function Escalate({ requestId, busy, onTap, reload }: EscalateProps) {
  const waits = useWaiting(urlOf(escalateRequest, { requestId }), reload) && !busy;
  return (
    <View className="gh-gap">
      {waits ? (
        <View className="gh-sub">{commonWords.keptOnPhone}</View>
      ) : (
        <BigButton look="line" busy={busy} onTap={onTap}>
          {rightsWords.escalate}
        </BigButton>
      )}
    </View>
  );
}
