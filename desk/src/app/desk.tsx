import { useRef, useSyncExternalStore } from 'react';
import { RouterProvider } from 'react-router';
import { SignInPage } from '../access/sign-in-page.tsx';
import { router } from './router.tsx';
import { session } from './session.ts';

/** Sign-in in place: the address stays, so the page comes back after it. */
export function Desk() {
  const token = useSyncExternalStore(session.subscribe, session.token);
  const wasIn = useRef(false);
  if (token !== null) wasIn.current = true;
  return token === null ? <SignInPage ended={wasIn.current} /> : <RouterProvider router={router} />;
}
