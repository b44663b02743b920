import { useLayoutEffect } from 'react';

/** Sets the root font size that every rem of the page is counted from. */
export function PageRoot({ rootPx }: { rootPx: number }) {
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${String(rootPx)}px`;
  }, [rootPx]);
  return null;
}
