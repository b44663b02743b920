import type { PropsWithChildren, ReactNode } from 'react';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { flushOutbox, watchNetwork } from './platform/outbox';
import { offerUpdates } from './platform/updates';
import './app.css';

export default function App({ children }: PropsWithChildren): ReactNode {
  useLaunch(() => {
    watchNetwork();
    offerUpdates();
  });
  useDidShow(flushOutbox);
  return children;
}
