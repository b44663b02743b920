import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useFontScale } from '../../platform/font-scale/use-font-scale.ts';
import { ROOT_PX } from '../../platform/font-scale/scale.ts';
import { useLock } from '../../platform/lock/use-lock.ts';
import { useOpenedMessage } from '../../platform/session/use-opened-message.ts';
import { useOtherCounty } from '../../platform/session/use-other-county.ts';
import { useSignedIn } from '../../platform/session/use-signed-in.ts';
import { ActingBar } from '../acting-bar/acting-bar.tsx';
import { LockCover } from '../lock-cover/lock-cover.tsx';
import { OfflineBar } from '../offline-bar/offline-bar.tsx';
import { OtherCountyCard } from '../other-county/other-county.tsx';
import { TabBar, type Tab } from '../tab-bar/tab-bar.tsx';
import { useBarTitle } from './use-bar-title.ts';
import { barInset } from './bar-inset.ts';
import { PageRoot } from '../page-root';
import { PrivacySheet } from '../privacy-sheet';

type PageProps = {
  /** Shown large by a tab page; the other pages have their title in the platform's bar (index.config.ts). */
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly tab?: Tab;
  /** Shown without a session too. */
  readonly open?: boolean;
  /** What stands on it must be seen without scrolling: nothing above it is longer than a line. */
  readonly urgent?: boolean;
  readonly children: ReactNode;
};

/** Every page: ground, font scale, what still waits to be sent, and the tabs on a tab page. */
export function Page({ title, aside, tab, open = false, urgent = false, children }: PageProps) {
  useSignedIn(!open);
  useOpenedMessage();
  const elsewhere = useOtherCounty();
  useBarTitle();
  const { covered, touched, unlock } = useLock();
  const { scale, care } = useFontScale();
  const inset = title === undefined ? undefined : barInset();
  return (
    <>
      <PageRoot rootPx={ROOT_PX * scale} />
      <View onTouchStart={touched} className={['gh-page', ...(tab ? ['gh-page--tabs'] : []), ...(care ? ['gh-page--care'] : [])].join(' ')}>
        {inset && (
          <View className="gh-bar" style={{ marginTop: `${String(inset.top)}px`, marginRight: `${String(inset.right)}px` }}>
            <View className="gh-bar__title">{title}</View>
            {aside}
          </View>
        )}
        <View className="gh-main">
          <OfflineBar />
          {!open && <ActingBar short={urgent} />}
          {elsewhere ? <OtherCountyCard of={elsewhere} /> : children}
        </View>
        {tab && <TabBar on={tab} />}
        <PrivacySheet />
        {covered && <LockCover onOpen={() => void unlock()} />}
      </View>
    </>
  );
}
