import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './run.mjs';

process.exitCode = await setUp(dirname(dirname(fileURLToPath(import.meta.url))));
