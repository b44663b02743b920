import './platform/language/speak.ts';
import type { PropsWithChildren, ReactNode } from 'react';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { openKept } from './platform/session/open-kept.ts';
import { flushOutbox, watchNetwork } from './platform/outbox';
import { watchPrivacy } from './platform/privacy';
import { openSession, session } from './platform/session';
import { hideFromScreenshots } from './platform/discreet';
import { offerUpdates } from './platform/updates';
import './app.css';

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    watchNetwork();
    offerUpdates();
    watchPrivacy();
  });
  useDidShow(() => {
    void openKept();
    void openSession().then(() => {
      flushOutbox();
      hideFromScreenshots((session()?.me.posts.length ?? 0) > 0);
    });
  });
  return children;
}
