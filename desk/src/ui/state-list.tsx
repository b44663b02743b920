import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { Button, Select } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import type { Pages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from './columns.tsx';
import { Place } from './place.tsx';
import { Empty } from './states.tsx';
import { useFilter } from './use-filter.ts';

/** The state that a list is narrowed to, as the address has it, and the question that asks for it. */
export function useStateFilter<S extends string>(): { readonly state?: S } {
  const [state] = useFilter('state');
  return state === undefined ? {} : { state: state as S };
}

type StateListProps<Row> = {
  title: string;
  hint?: string;
  /** Every state with its words: what the list can be narrowed to. */
  states: Readonly<Record<string, string>>;
  /** Where a new one is begun, for whoever may. */
  begin?: { readonly may: Permission; readonly to: string; readonly label: string };
  pages: Pages<Row>;
  order?: (rows: readonly Row[]) => readonly Row[];
  empty: { readonly title: string; readonly words: string };
  row: (row: Row) => Omit<ComponentProps<typeof RowLink>, 'key'>;
};

/** The middle column of a place whose things have a life: narrowed by state, one of them or a new one beside it. */
export function StateList<Row>({ title, hint, states, begin, pages, order, empty, row }: StateListProps<Row>) {
  const [state, setState] = useFilter('state');
  return (
    <Place
      list={
        <ListColumn
          title={title}
          {...(hint === undefined ? {} : { hint })}
          actions={begin && <Begin {...begin} />}
          filters={
            <Select
              aria-label="按状态筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部状态"
              options={Object.entries(states).map(([value, label]) => ({ value, label }))}
            />
          }
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
