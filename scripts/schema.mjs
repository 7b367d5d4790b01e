// Writes the API's schema, as the server prints it, to schema.graphql.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { at, ownNode } from './checkout.mjs';
import { prepare } from './prepare.mjs';
import { fail } from './run-program.mjs';

await prepare({ web: false }).catch(fail);
writeFileSync(at('schema.graphql'), execFileSync(ownNode(), [at('dist/apps/server/src/print-schema.js')]));
