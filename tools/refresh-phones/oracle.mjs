// Prints random telephone numbers and what google-libphonenumber says of them, one a line (see cases.mjs for the columns):
//     node tools/refresh-phones/oracle.mjs DIR/node_modules COUNT SEED
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cases } from './cases.mjs';

const [modules, count, seed] = process.argv.slice(2);
const library = createRequire(pathToFileURL(join(resolve(modules), 'x.js')))('google-libphonenumber');
process.stdout.write(cases(library, { count: Number(count), seed: Number(seed) }).map((row) => row.join('\t') + '\n').join(''));
