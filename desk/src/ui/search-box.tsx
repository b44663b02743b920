import { Input } from 'antd';
import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** Searches when the person stops typing. What is typed is part of a name: whoever holds it keeps it out of every address. */
export function SearchBox({ label, value, onSearch }: { label: string; value: string; onSearch: (q: string) => void }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => onSearch(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <Input type="search" aria-label={label} placeholder={label} allowClear value={typed} onChange={event => setTyped(event.target.value)} />
  );
}
