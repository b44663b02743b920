import type { ReactNode } from 'react';
import { Outlet, useParams } from 'react-router';

/** A list and what is open of it. The detail begins anew for each thing, so that nothing typed for one goes to another. */
export function Place({ list }: { list: ReactNode }) {
  const open = Object.values(useParams()).join('/');
  return (
    <div className="place">
      {list}
      <main key={open}>
        <Outlet />
      </main>
    </div>
  );
}
