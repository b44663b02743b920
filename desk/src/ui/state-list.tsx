import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Button, Segmented, Select } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Pages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Detail, ListColumn, More, RowLink, Rows } from './columns.tsx';
import { Place } from './place.tsx';
import { Empty, Loading, Problem } from './states.tsx';
import { useFilter } from './use-filter.ts';

type States = Readonly<Record<string, string>>;
const optionsOf = (states: States) => Object.entries(states).map(([value, label]) => ({ value, label }));

/** The state that a list is narrowed to, as the address has it, and the question that asks for it. */
export function useStateFilter<S extends string>(): { readonly state?: S } {
  const [state] = useFilter('state');
  return state === undefined ? {} : { state: state as S };
}

/** Narrows a list to one of its states, or to none of them. */
export function StateSelect({ states }: { states: States }) {
  const [state, setState] = useFilter('state');
  return <Select aria-label="按状态筛选" value={state} onChange={setState} allowClear placeholder="全部状态" options={optionsOf(states)} />;
}

const ALL = 'all';

/** The same where the states are few and stand in a row. */
export function StateSegments({ states }: { states: States }) {
  const [state, setState] = useFilter('state');
  return (
    <Segmented
      aria-label="按状态筛选"
      value={state ?? ALL}
      onChange={value => setState(value === ALL ? undefined : value)}
      options={[{ value: ALL, label: '全部' }, ...optionsOf(states)]}
    />
  );
}

/** The state that a list always has, the first one at first, and the row of states to choose from. */
export function useStateChoice<S extends string>(states: Readonly<Record<S, string>>, first: S): readonly [S, ReactNode] {
  const [chosen, choose] = useFilter('state');
  const state = chosen !== undefined && chosen in states ? (chosen as S) : first;
  return [state, <Segmented key="state" aria-label="按状态筛选" value={state} onChange={choose} options={optionsOf(states)} />];
}

/** Cards of a paged list one below the other, or the words for why there are none. */
export function CardRows<Row>({ pages, empty, row }: { pages: Pages<Row>; empty: ReactNode; row: (row: Row) => ReactNode }) {
  if (pages.rows === undefined) return pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />;
  return (
    <>
      {pages.rows.length === 0 ? empty : pages.rows.map(row)}
      <More pages={pages} />
    </>
  );
}

type StatePageProps<Row> = {
  title: string;
  states: States;
  actions?: ReactNode;
  /** What stands above the list: what it is about, or a form that begins a new one. */
  children?: ReactNode;
  pages: Pages<Row>;
  empty: ReactNode;
  row: (row: Row) => ReactNode;
};

/** A place of one column whose things have a life and are done in the list itself. */
export const StatePage = <Row,>({ title, states, actions, children, pages, empty, row }: StatePageProps<Row>) => (
  <div className="place one">
    <main>
      <Detail
        title={title}
        actions={
          <>
            <StateSelect states={states} />
            {actions}
          </>
        }
      >
        {children}
        <CardRows pages={pages} empty={empty} row={row} />
      </Detail>
    </main>
  </div>
);

type StateListProps<Row> = {
  title: string;
  hint?: string;
  /** Every state with its words: what the list can be narrowed to. */
  states: States;
  /** Where a new one is begun, for whoever may. */
  begin?: { readonly may: Permission; readonly to: string; readonly label: string };
  pages: Pages<Row>;
  order?: (rows: readonly Row[]) => readonly Row[];
  empty: { readonly title: string; readonly words: string };
  row: (row: Row) => Omit<ComponentProps<typeof RowLink>, 'key'>;
};

/** The middle column of a place whose things have a life: narrowed by state, one of them or a new one beside it. */
export function StateList<Row>({ title, hint, states, begin, pages, order, empty, row }: StateListProps<Row>) {
  return (
    <Place
      list={
        <ListColumn
          title={title}
          {...(hint === undefined ? {} : { hint })}
          actions={begin && <Begin {...begin} />}
          filters={<StateSelect states={states} />}
        >
          <Rows
            pages={pages}
            {...(order ? { order } : {})}
            empty={<Empty title={empty.title}>{empty.words}</Empty>}
            row={one => rowLink(row(one))}
          />
        </ListColumn>
      }
    />
  );
}

const rowLink = (props: ComponentProps<typeof RowLink>): ReactNode => <RowLink key={props.to} {...props} />;

function Begin({ may, to, label }: { may: Permission; to: string; label: string }) {
  return useMayByPost(may) ? (
    <Link to={to}>
      <Button type="primary">{label}</Button>
    </Link>
  ) : null;
}
