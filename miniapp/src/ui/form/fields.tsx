import { Input, Textarea } from '@tarojs/components';

type FieldProps = {
  readonly value: string;
  readonly placeholder: string;
  readonly most: number;
  readonly onChange: (value: string) => void;
};

/** One line of text. `digits` opens the number keys. */
export function TextField({ value, placeholder, most, digits, onChange }: FieldProps & { readonly digits?: boolean }) {
  return (
    <Input
      className="gh-field"
      type={digits ? 'number' : 'text'}
      value={value}
      placeholder={placeholder}
      maxlength={most}
      onInput={event => {
        onChange(event.detail.value);
      }}
    />
  );
}

/** Several lines; the phone's keyboard brings its own voice input. */
export function TextArea({ value, placeholder, most, onChange }: FieldProps) {
  return (
    <Textarea
      className="gh-field gh-field--area"
      value={value}
      placeholder={placeholder}
      maxlength={most}
      onInput={event => {
        onChange(event.detail.value);
      }}
    />
  );
}
