import type { Database } from './database.ts';

/** Refuses to serve as a role that row-level security does not bind. @throws when the role may bypass it. */
export async function requireBoundRole(database: Database): Promise<void> {
  const [role] = await database.directory<{ unbound: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user',
  );
  if (role?.unbound !== false)
    throw new Error('the database role must be neither SUPERUSER nor BYPASSRLS: row-level security would not hold');
}
