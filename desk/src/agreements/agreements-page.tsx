import { listAgreements } from '@guanhu/shared/agreements/agreements.routes';
import { AGREEMENT_STATES, type AgreementState } from '@guanhu/shared/agreements/agreements.terms';
import { Button, Select } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { ListColumn, RowLink, Rows } from '../ui/columns.tsx';
import { Place } from '../ui/place.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { AGREEMENT_TONES } from './agreement-tones.ts';

/** Agreements by state; one of them, or a new one, beside the list. */
export function AgreementsPage() {
  const [state, setState] = useFilter('state');
  const mayDraft = useMayByPost('agreement:draft');
  const pages = usePages(listAgreements, { query: state === undefined ? {} : { state: state as AgreementState } });
  return (
    <Place
      list={
        <ListColumn
          title="监护协议"
          actions={
            mayDraft && (
              <Link to="/agreements/new">
                <Button type="primary">起草协议</Button>
              </Link>
            )
          }
          filters={
            <Select
              aria-label="按状态筛选"
              value={state}
              onChange={setState}
              allowClear
              placeholder="全部状态"
              options={Object.entries(AGREEMENT_STATES).map(([value, label]) => ({ value, label }))}
            />
          }
        >
          <Rows
            pages={pages}
            empty={<Empty title="没有协议">起草以后，监护人在手机上签字，乡镇再签章。</Empty>}
            row={one => (
              <RowLink
                key={one.id}
                to={`/agreements/${one.id}`}
                title={one.guardianName}
                aside={<span className="small">{one.number}</span>}
                note={`${one.villageName} · 监护 ${one.patientName}`}
                tag={{ tone: AGREEMENT_TONES[one.state], words: AGREEMENT_STATES[one.state] }}
              />
            )}
          />
        </ListColumn>
      }
    />
  );
}
