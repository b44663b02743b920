import { useCallback, useEffect, useState } from 'react';
import Taro from '@tarojs/taro';
import { bindAccount, signInByPhone } from '@guanhu/shared/access/access.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { UNREACHED, type PhoneRefusal } from '../../../platform/api/answer.ts';
import { call } from '../../../platform/api';
import { loginCode } from '../../../platform/login';
import { HOME, isOwnPage } from '../../../platform/navigate';
import { flushOutbox, handInUnsent, sendOwnAndHandInOthers } from '../../../platform/outbox';
import { startSession } from '../../../platform/session';
import { forgetWish, wishedCounty } from '../../../platform/session/change-county.ts';
import { openKept } from '../../../platform/session/open-kept.ts';
import type { Invitation } from './bind.ts';

type Counties = Extract<AnswerOf<typeof signInByPhone>, { outcome: 'choose' }>['counties'];

export type SignIn =
  | { readonly at: 'looking' }
  /** The account belongs to people in several counties. */
  | { readonly at: 'choosing'; readonly counties: Counties }
  | { readonly at: 'unbound'; readonly refusal?: PhoneRefusal }
  | { readonly at: 'binding' }
  /** Nobody could be asked. */
  | { readonly at: 'unreached'; readonly refusal: PhoneRefusal };

/** WeChat's login codes are single use, so every attempt fetches its own. */
export function useSignIn(then: string | undefined) {
  const [state, setState] = useState<SignIn>({ at: 'looking' });

  const enter = useCallback(
    async ({ token, me }: AnswerOf<typeof bindAccount>, isOnly: boolean) => {
      await startSession({ token, me });
      forgetWish();
      if (isOnly) void sendOwnAndHandInOthers(me.personId);
      else flushOutbox();
      // Whoever goes where there is no signal next has their own patients with them.
      void openKept();
      void Taro.reLaunch({ url: then !== undefined && isOwnPage(then) ? then : HOME });
    },
    [then],
  );

  const look = useCallback(
    async (countyId?: number) => {
      setState({ at: 'looking' });
      const code = await loginCode().catch(() => undefined);
      if (code === undefined) {
        setState({ at: 'unreached', refusal: UNREACHED });
        return;
      }
      const answer = await call(signInByPhone, { body: { loginCode: code, ...(countyId === undefined ? {} : { countyId }) } });
      if (!answer.ok) setState({ at: 'unreached', refusal: { ...answer.refusal, retry: true } });
      else if (answer.value.outcome === 'signed-in') await enter(answer.value, countyId === undefined);
      else if (answer.value.outcome === 'choose') setState({ at: 'choosing', counties: answer.value.counties });
      else {
        forgetWish();
        setState({ at: 'unbound' });
        void handInUnsent();
      }
    },
    [enter],
  );
  useEffect(() => void look(wishedCounty()), [look]);

  const bind = async (invitation: Invitation, phoneCode: string) => {
    setState({ at: 'binding' });
    const code = await loginCode().catch(() => undefined);
    if (code === undefined) {
      setState({ at: 'unbound', refusal: UNREACHED });
      return;
    }
    const { typed, countyId } = invitation;
    const body = { loginCode: code, phoneCode, invitationCode: typed, ...(countyId === undefined ? {} : { countyId }) };
    const answer = await call(bindAccount, { body });
    if (answer.ok) await enter(answer.value, false);
    else setState({ at: 'unbound', refusal: answer.refusal });
  };
  return { state, look, bind };
}
