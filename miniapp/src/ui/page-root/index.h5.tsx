import { useLayoutEffect } from 'react';

/** Sets the root font size that every rem of the page is counted from, and lets the keys scroll what the router lets scroll. */
export function PageRoot({ rootPx }: { rootPx: number }) {
  useLayoutEffect(() => {
    document.documentElement.style.fontSize = `${String(rootPx)}px`;
    for (const page of document.querySelectorAll<HTMLElement>('.taro_page')) page.tabIndex = 0;
  }, [rootPx]);
  return null;
}
