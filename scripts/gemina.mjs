import { prepare } from './prepare.mjs';
import { fail, runProgram } from './run-program.mjs';

// Standard output belongs to the command: it may be a file or JSON for another program.
await prepare({ web: false, say: (line) => console.error(line) }).catch(fail);
runProgram('apps/cli/src/main.js', process.argv.slice(2));
