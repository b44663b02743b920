import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { Form } from 'antd';
import { useRead } from '../app/queries.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { ApplyForm } from './apply-form.tsx';

/** An application is written down for a guardian: whose, then for how long. */
export function ApplyPage() {
  const [patientId, setPatient] = useFilter('patient');
  const file = useRead(readPatient, { params: { patientId: patientId ?? '' } }, { enabled: patientId !== undefined });
  return (
    <Detail title="代为申请奖补">
      <Card>
        <Form layout="vertical" className="form-narrow" component="div">
          <Form.Item label="服务对象" htmlFor="patient">
            <PatientSelect id="patient" value={patientId} name={file.data?.name} onPatient={setPatient} />
          </Form.Item>
        </Form>
        {patientId !== undefined && <Answered of={file}>{answer => <ApplyForm key={answer.patientId} file={answer} />}</Answered>}
      </Card>
    </Detail>
  );
}
