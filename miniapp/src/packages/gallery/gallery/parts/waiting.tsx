import { TOO_SLOW, UNREACHED } from '../../../../platform/api/answer.ts';
import { ActingLine } from '../../../../ui/acting-bar/acting-bar.tsx';
import { Done } from '../../../../ui/done/done.tsx';
import { OfflineLines } from '../../../../ui/offline-bar/offline-bar.tsx';
import { PutOff } from '../../../../ui/put-off/put-off.tsx';
import { Empty, ErrorState, Loading, Rest } from '../../../../ui/states/states.tsx';

const REFUSED = { code: 'NOT_FOUND_OR_NO_ACCESS', say: '没有找到，或您没有查看权限', retry: false, fields: [], unreached: false };

/** What `Page` says over everything: for whom somebody acts, and what is not at the server. */
const Bars = () => (
  <>
    <ActingLine side="监护人" short={false} />
    <ActingLine side="监护人" short />
    <OfflineLines of={{ waiting: [{ what: '随访' }], refused: [] }} />
    <OfflineLines of={{ waiting: [{ what: '情况报告', urgent: true }], refused: [] }} />
    <OfflineLines of={{ waiting: [], refused: ['一条'], unsafe: true, handedIn: 2 }} />
    <PutOff taskId="one" />
  </>
);

/** What there is when there is nothing to show: each says what would be here, or what to do. */
export const Waiting = () => (
  <>
    <Bars />
    <Loading />
    <Empty title="没有要办的事" sub="到期的随访和要打的电话会出现在这里" />
    <Done title="已记下" sub="随访以后可以在档案里看到" />
    <ErrorState refusal={UNREACHED} onRetry={() => undefined} />
    <ErrorState refusal={TOO_SLOW} onRetry={() => undefined} />
    <ErrorState refusal={REFUSED} onRetry={() => undefined} />
    <Rest after={{ next: 'one' }} />
  </>
);
