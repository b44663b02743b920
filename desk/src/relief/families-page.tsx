import { listHardships } from '@guanhu/shared/relief/relief.routes';
import { HARDSHIPS, type Hardship } from '@guanhu/shared/relief/relief.terms';
import { Form, Select } from 'antd';
import { useNavigate } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Detail, RowLink, Rows } from '../ui/columns.tsx';
import { Empty } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';

/** Finds a family by name, or those whom an office looks after: without a home, without means and family. */
export function FamiliesPage() {
  const navigate = useNavigate();
  const mayFind = useMay('patient:read');
  const [kind = 'threeNo', setKind] = useFilter('kind');
  const pages = usePages(listHardships, { query: { kind: kind as Hardship } });
  return (
    <Detail title="找家庭">
      {mayFind && (
        <Card title="按姓名">
          <Form layout="vertical" className="form-narrow" component="div">
            <Form.Item label="服务对象" htmlFor="family">
              <PatientSelect
                id="family"
                value={undefined}
                name={undefined}
                onPatient={patientId => patientId !== undefined && void navigate(`/relief/patients/${patientId}`)}
              />
            </Form.Item>
          </Form>
        </Card>
      )}
      <Card
        title="特别困难的人"
        actions={
          <Select
            aria-label="哪一类"
            value={kind}
            onChange={setKind}
            options={Object.entries(HARDSHIPS).map(([value, label]) => ({ value, label }))}
          />
        }
      >
        <Rows
          pages={pages}
          empty={<Empty title="没有">家庭或工作人员回答了相关问题以后，显示在这里。</Empty>}
          row={one => (
            <RowLink key={one.patientId} to={`/relief/patients/${one.patientId}`} title={one.patientName} note={one.villageName} />
          )}
        />
      </Card>
    </Detail>
  );
}
