import { Form } from 'antd';

type FileFieldProps = {
  id: string;
  label: string;
  hint?: string;
  /** Besides workbooks, texts with separators. */
  csv?: boolean;
  file: File | undefined;
  onFile: (file: File | undefined) => void;
};
const XLSX = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A plain file field: the browser's own, so that keyboards and screen readers know it. */
export const FileField = ({ id, label, hint, csv = false, file, onFile }: FileFieldProps) => (
  <Form.Item label={label} htmlFor={id} {...(hint === undefined ? {} : { extra: hint })}>
    <input id={id} type="file" accept={csv ? `${XLSX},.csv,.txt,text/csv` : XLSX} onChange={event => onFile(event.target.files?.[0])} />
    {file && <span className="small"> {Math.max(1, Math.round(file.size / 1024))} KB</span>}
  </Form.Item>
);
