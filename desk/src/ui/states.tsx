import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Refused } from '../app/api.ts';

export const Loading = () => (
  <div className="loading" role="status" aria-label="正在读取">
    <Skeleton active title={false} paragraph={{ rows: 5 }} />
  </div>
);

/** What would be here, and what to do. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="h">{title}</p>
    {children !== undefined && <p className="sub">{children}</p>}
  </div>
);

/** A read that did not work, in the server's words. */
export const Problem = ({ refusal, again }: { refusal: Refused; again?: (() => void) | undefined }) => (
  <Alert role="alert" type="error" title={refusal.message} action={again && <Button onClick={again}>再试一次</Button>} />
);

/** What a read shows: its answer, or why there is none. */
export function Answered<T>({ of, children }: { of: UseQueryResult<T>; children: (answer: T) => ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>;
  if (of.error) return <Problem refusal={of.error} again={() => void of.refetch()} />;
  return <Loading />;
}

type Refusable = { readonly refusal: Refused | null; readonly again: (() => void) | null };

/** Why a deed was refused; the person reads it where they pressed. */
export const Refusal = ({ of }: { of: Refusable }) =>
  of.refusal && (
    <Alert
      role="alert"
      type="error"
      title={of.refusal.message}
      action={of.again && <Button onClick={of.again}>再试一次</Button>}
      style={{ marginBlock: 8 }}
    />
  );
