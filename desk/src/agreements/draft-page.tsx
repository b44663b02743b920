import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { Form } from 'antd';
import { useRead } from '../app/queries.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { DraftForm } from './draft-form.tsx';

/** Drawing up an agreement: whose, then with whom and for how long. */
export function DraftPage() {
  const [patientId, setPatient] = useFilter('patient');
  const file = useRead(readPatient, { params: { patientId: patientId ?? '' } }, { enabled: patientId !== undefined });
  return (
    <Detail title="起草监护协议">
      <Card>
        <Form layout="vertical" className="form-narrow" component="div">
          <Form.Item label="服务对象" htmlFor="patient">
            <PatientSelect id="patient" value={patientId} name={file.data?.name} onPatient={setPatient} />
          </Form.Item>
        </Form>
        {patientId !== undefined && <Answered of={file}>{answer => <DraftForm key={answer.patientId} file={answer} />}</Answered>}
      </Card>
    </Detail>
  );
}
