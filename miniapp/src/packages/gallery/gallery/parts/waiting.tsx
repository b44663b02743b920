import { TOO_SLOW, UNREACHED } from '../../../../platform/api/answer.ts';
import { Empty, ErrorState, Loading } from '../../../../ui/states/states.tsx';

const REFUSED = { code: 'NOT_FOUND_OR_NO_ACCESS', say: '没有找到，或您没有查看权限', retry: false, fields: [], unreached: false };

/** What there is when there is nothing to show: each says what would be here, or what to do. */
export const Waiting = () => (
  <>
    <Loading />
    <Empty title="没有要办的事" sub="到期的随访和要打的电话会出现在这里" />
    <ErrorState refusal={UNREACHED} onRetry={() => undefined} />
    <ErrorState refusal={TOO_SLOW} onRetry={() => undefined} />
    <ErrorState refusal={REFUSED} onRetry={() => undefined} />
  </>
);
