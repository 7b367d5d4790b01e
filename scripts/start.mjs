import { prepare } from './prepare.mjs';
import { fail, runProgram } from './run-program.mjs';

await prepare().catch(fail);
runProgram('apps/server/src/main.js', process.argv.slice(2));
