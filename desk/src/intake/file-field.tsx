import { Form } from 'antd';

type FileFieldProps = { id: string; label: string; hint?: string; file: File | undefined; onFile: (file: File | undefined) => void };

/** A plain file field: the browser's own, so that keyboards and screen readers know it. */
export const FileField = ({ id, label, hint, file, onFile }: FileFieldProps) => (
  <Form.Item label={label} htmlFor={id} {...(hint === undefined ? {} : { extra: hint })}>
    <input
      id={id}
      type="file"
      accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      onChange={event => onFile(event.target.files?.[0])}
    />
    {file && <span className="small"> {Math.max(1, Math.round(file.size / 1024))} KB</span>}
  </Form.Item>
);
