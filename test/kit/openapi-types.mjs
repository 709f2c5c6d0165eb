import { readFile, writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { Validator } from '@seriousme/openapi-schema-validator';

// Validates an OpenAPI document, and writes its types: node openapi-types.mjs <openapi.json> <types.d.ts>
const [file, types] = process.argv.slice(2);
const document = JSON.parse(await readFile(file, 'utf8'));
const { valid, errors } = await new Validator().validate(document);
if (!valid) throw new Error(JSON.stringify(errors));

// openapi-typescript works by the compiler's classic interface, which TypeScript 7 no longer has: it gets the one that ts-morph carries.
const classic = import.meta.resolve('@ts-morph/common/dist/typescript.js');
registerHooks({ resolve: (name, context, next) => next(name === 'typescript' ? classic : name, context) });
const { default: openapiTS, astToString } = await import('openapi-typescript');
await writeFile(types, astToString(await openapiTS(document)));
