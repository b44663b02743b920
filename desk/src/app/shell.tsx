import { readMe, signOut } from '@guanhu/shared/access/access.routes';
import { ROLES } from '@guanhu/shared/access/access.terms';
import { Button } from 'antd';
import type { KeyboardEvent } from 'react';
import { NavLink, Outlet } from 'react-router';
import { StepUpProvider } from '../access/step-up.tsx';
import { useWaiting } from '../today/use-waiting.ts';
import { Loading, Problem } from '../ui/states.tsx';
import { placesOf, type PlaceGroup } from './places.ts';
import { useRead } from './queries.ts';
import { session } from './session.ts';
import './shell.css';
import { MeContext, useMe } from './use-me.ts';
import { useWrite } from './use-write.ts';

/** Places, list, detail: the frame around everything a signed-in person does. */
export function Shell() {
  const me = useRead(readMe);
  if (!me.data) return me.error ? <Problem refusal={me.error} again={() => void me.refetch()} /> : <Loading />;
  return (
    <MeContext.Provider value={me.data}>
      <StepUpProvider>
        <a className="skip" href="#content">
          跳到内容
        </a>
        <div className="shell">
          <Places />
          <div id="content" tabIndex={-1} style={{ minHeight: 0, minWidth: 0, outline: 'none' }}>
            <Outlet />
          </div>
        </div>
      </StepUpProvider>
    </MeContext.Provider>
  );
}

function Places() {
  const me = useMe();
  const waiting = useWaiting();
  const total = waiting.reduce((sum, each) => sum + each.count, 0);
  const countOf = (path: string) =>
    path === '/today' ? total : waiting.filter(each => each.place === path).reduce((sum, each) => sum + each.count, 0);
  return (
    <nav className="places" aria-label="办事栏目" onKeyDown={stepWithArrows}>
      <div className="brand">关护</div>
      <div className="county">{me.countyName}</div>
      {placesOf(me).map(group => (
        <Group key={group.name} group={group} countOf={countOf} />
      ))}
      <WhoAmI />
    </nav>
  );
}

function Group({ group: { name, places }, countOf }: { group: PlaceGroup; countOf: (path: string) => number }) {
  return (
    <div className="group" role="group" aria-label={name}>
      <h2 aria-hidden>{name}</h2>
      {places.map(({ path, label }) => {
        const count = countOf(path);
        return (
          <NavLink key={path} to={path}>
            <span>{label}</span>
            {count > 0 && <span title={`${count} 件等您办理`}>{count}</span>}
          </NavLink>
        );
      })}
    </div>
  );
}

/** Up and down go from place to place, Home and End to the first and the last, without ever leaving the list. */
function stepWithArrows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.group a')];
  const at = links.findIndex(link => link === document.activeElement);
  const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const next = at < 0 ? undefined : steps[event.key];
  if (next === undefined) return;
  event.preventDefault();
  links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
}

function WhoAmI() {
  const me = useMe();
  const leave = useWrite(signOut);
  const end = async () => {
    await leave.run({});
    session.end();
  };
  return (
    <div className="whoami">
      <strong>{me.name}</strong>
      {me.posts.map(post => (
        <span key={post.postId}>
          {post.areaName} · {ROLES[post.role]}
          {post.deputyFor !== null && `（代 ${post.deputyFor}）`}
        </span>
      ))}
      <Button onClick={() => void end()} loading={leave.busy}>
        退出登录
      </Button>
    </div>
  );
}
