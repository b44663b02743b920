import { Form, InputNumber } from 'antd';

type NumberFieldProps = {
  id: string;
  label: string;
  value: number;
  min: number;
  max: number;
  unit: string;
  onNumber: (value: number) => void;
};

/** A whole number within its bounds. */
export const NumberField = ({ id, label, value, min, max, unit, onNumber }: NumberFieldProps) => (
  <Form.Item label={label} htmlFor={id}>
    <InputNumber
      id={id}
      value={value}
      min={min}
      max={max}
      precision={0}
      suffix={unit}
      style={{ width: 140 }}
      onChange={next => next !== null && onNumber(next)}
    />
  </Form.Item>
);
