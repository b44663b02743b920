/** SQLSTATE or network code → the error code that the Prisma CLI knows how to explain. */
const PRISMA_ERRORS = { '3D000': 'P1003', '28P01': 'P1000', ECONNREFUSED: 'P1001' };

/**
 * `schema-engine cli <command>`: the three questions the CLI asks without JSON-RPC.
 * Returns the exit code; a failure is one JSON line on standard error, as the native engine writes it.
 */
export async function runDatabaseCommand(command, url, { canConnect, createDatabase, dropDatabase }) {
  try {
    if (command === 'can-connect-to-database') await canConnect(url);
    else if (command === 'create-database') await createDatabase(url);
    else if (command === 'drop-database') await dropDatabase(url);
    else throw new Error(`The schema engine does not know the command "${command}".`);
    return 0;
  } catch (error) {
    const error_code = PRISMA_ERRORS[error.code];
    const fields = { message: error.message, error_code, is_panic: false };
    // The CLI reads the last lines of standard error and expects a line before the JSON.
    console.error('schema-engine');
    console.error(JSON.stringify({ timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }));
    return error_code ? 1 : 255;
  }
}
