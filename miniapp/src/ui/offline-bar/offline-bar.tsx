import { View } from '@tarojs/components';
import { goTo } from '../../platform/navigate';
import { dismissHandedIn, flushOutbox, useOutbox } from '../../platform/outbox';
import { stuckOf } from '../../platform/outbox/outbox.rules.ts';
import { Icon } from '../icon/icon.tsx';
import { commonWords } from '../../words/common.ts';
import { uiWords } from '../../words/ui.ts';

type Unsent = {
  readonly waiting: readonly { readonly what: string; readonly urgent?: boolean | undefined }[];
  /** Refused, or stuck: the person is to choose. */
  readonly refused: readonly unknown[];
  readonly unsafe?: boolean | undefined;
  readonly handedIn?: number | undefined;
};

/** What is on this phone only, and what the server would not take. Nothing when all is sent. */
export function OfflineBar() {
  const outbox = useOutbox();
  return <OfflineLines of={{ ...outbox, refused: [...outbox.refused, ...stuckOf(outbox)] }} />;
}

/** The lines of it, one for each state. */
export function OfflineLines({ of: { waiting, refused, unsafe, handedIn } }: { of: Unsent }) {
  // A call for help that nobody has heard must not look like any other form, also after the app was started anew.
  const urgent = [...new Set(waiting.flatMap(intent => (intent.urgent ? intent.what : [])))];
  return (
    <>
      {unsafe && (
        <View className="gh-offline gh-offline--refused" ariaRole="alert">
          <Icon name="alert" />
          <View className="gh-offline__words">{uiWords.full}</View>
        </View>
      )}
      {waiting.length > 0 && (
        <View className="gh-offline" onClick={flushOutbox} ariaRole="button">
          <Icon name="upload" />
          <View className="gh-offline__words">
            {uiWords.waiting(waiting.length)}
            {urgent.length > 0 && <View>{uiWords.urgentUnsent(urgent.join(commonWords.listMark))}</View>}
          </View>
        </View>
      )}
      {handedIn !== undefined && (
        <View className="gh-offline" ariaRole="button" onClick={dismissHandedIn}>
          <Icon name="upload" />
          <View className="gh-offline__words">{uiWords.handedIn(handedIn)}</View>
        </View>
      )}
      {refused.length > 0 && (
        <View className="gh-offline gh-offline--refused" ariaRole="button" onClick={() => goTo('/packages/access/unsent/index')}>
          <Icon name="alert" />
          <View className="gh-offline__words">{uiWords.refused(refused.length)}</View>
        </View>
      )}
    </>
  );
}
