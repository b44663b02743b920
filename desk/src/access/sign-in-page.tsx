import { TicketCard } from './ticket-card.tsx';
import { useDeskSignIn } from './use-desk-sign-in.ts';

/** Signing in at the desk: an official's phone approves it. `ended`: there was a session a moment ago. */
export function SignInPage({ ended }: { ended: boolean }) {
  const { ticket, flow, renew } = useDeskSignIn();
  return (
    <main className="sign-in">
      <section aria-label="登录">
        <header>
          <h1>关护 · 工作台</h1>
          <p className="sub">
            {ended ? '登录已结束，请重新扫码。刚才的页面会回来。' : '请用您手机上的关护小程序扫码，并在手机上同意登录。'}
          </p>
        </header>
        <TicketCard ticket={ticket} flow={flow} deed="登录" renew={renew} />
        <p className="small">只有担任岗位的人员可以登录。没有收到邀请的，请联系县级管理员。</p>
      </section>
    </main>
  );
}
