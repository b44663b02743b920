import { Button } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Pages } from '../app/queries.ts';
import { Loading, Problem } from './states.tsx';
import { Tag, type Tone } from './tag.tsx';

type ListColumnProps = { title: string; hint?: string; actions?: ReactNode; filters?: ReactNode; children: ReactNode };

/** The middle column: what there is of one place. */
export const ListColumn = ({ title, hint, actions, filters, children }: ListColumnProps) => (
  <section className="list" aria-label={`${title}列表`}>
    <header>
      <div className="split">
        <h2 className="h">{title}</h2>
        {actions}
      </div>
      {hint !== undefined && <p className="sub">{hint}</p>}
      {filters}
    </header>
    {children}
  </section>
);

type RowLinkProps = {
  to: string;
  title: ReactNode;
  aside?: ReactNode;
  note?: ReactNode;
  tag?: { readonly tone: Tone; readonly words: string } | undefined;
};

/** One thing in the middle column; the one that is open beside it is marked. The list keeps its filters. */
export function RowLink({ to, title, aside, note, tag }: RowLinkProps) {
  const { search } = useLocation();
  return (
    <li>
      <NavLink to={{ pathname: to, search }} className="row-link">
        <span className="split">
          <strong>{title}</strong>
          {aside}
        </span>
        {(note !== undefined || tag) && (
          <span className="split">
            <span className="small">{note}</span>
            {tag && <Tag tone={tag.tone}>{tag.words}</Tag>}
          </span>
        )}
      </NavLink>
    </li>
  );
}

type RowsProps<Row> = {
  pages: Pages<Row>;
  empty: ReactNode;
  row: (row: Row) => ReactNode;
  order?: (rows: readonly Row[]) => readonly Row[];
};

/** The rows of a paged list, or the words for why there are none. */
export function Rows<Row>({ pages, empty, row, order }: RowsProps<Row>) {
  if (pages.rows === undefined) return pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />;
  if (pages.rows.length === 0) return <>{empty}</>;
  return (
    <>
      <ul className="rows">{(order ? order(pages.rows) : pages.rows).map(row)}</ul>
      <More pages={pages} />
    </>
  );
}

/** The next page of a list. */
export const More = ({ pages }: { pages: Pages<unknown> }) =>
  pages.more && (
    <div className="more">
      <Button onClick={pages.loadMore} loading={pages.loadingMore}>
        显示更多
      </Button>
    </div>
  );

type DetailProps = { over?: ReactNode; title: ReactNode; actions?: ReactNode; children: ReactNode };

/** The right column: one thing, its main action at the top. */
export const Detail = ({ over, title, actions, children }: DetailProps) => (
  <article className="detail">
    <header className="split top">
      <div>
        {over !== undefined && <p className="sub">{over}</p>}
        <h1>{title}</h1>
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
    {children}
  </article>
);

/** A white card with its heading. */
export const Card = ({ title, actions, children }: { title?: string; actions?: ReactNode; children: ReactNode }) => (
  <section className="card" {...(title === undefined ? {} : { 'aria-label': title })}>
    {(title !== undefined || actions) && (
      <div className="split card-head">
        <h2 className="h">{title}</h2>
        {actions}
      </div>
    )}
    {children}
  </section>
);

/** From so many characters on a value is a text: it has the width of the card. */
const TEXT = 26;

/** Facts of one thing: what it is, and the value. */
export const Facts = ({ of }: { of: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {of.map(([name, value]) => (
      <div key={name} {...(typeof value === 'string' && value.length > TEXT ? { className: 'wide' } : {})}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** Nothing is open in the right column. */
export const NothingOpen = ({ children }: { children: string }) => <p className="nothing-open">{children}</p>;
