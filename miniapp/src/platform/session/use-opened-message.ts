import { useEffect } from 'react';
import { useRouter } from '@tarojs/taro';
import { markMessageRead } from '@guanhu/shared/reminders/reminders.routes';
import { call } from '../api';
import { newKey } from '../api/new-key.ts';
import { useSession } from '.';
import { useOtherCounty } from './use-other-county.ts';

const told = new Set<string>();

/** A page that a message opened carries the message's id (`m`): opening it is reading it. Said once; without signal it goes unsaid. */
export function useOpenedMessage(): void {
  const messageId = useRouter().params['m'];
  const signedIn = useSession() !== undefined;
  const isElsewhere = useOtherCounty() !== undefined;
  useEffect(() => {
    if (!signedIn || isElsewhere || messageId === undefined || told.has(messageId)) return;
    told.add(messageId);
    void call(markMessageRead, { params: { messageId }, key: newKey() });
  }, [messageId, signedIn, isElsewhere]);
}
