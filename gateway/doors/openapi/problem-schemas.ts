import { errors } from '../../errors.ts';
import type { JsonSchema } from './json-schema.ts';

const text: JsonSchema = { type: 'string' };

/** What goes wrong, whatever the operation. https://www.rfc-editor.org/rfc/rfc9457 */
export const problemSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: {
    type: 'object',
    description: 'Problem Details (RFC 9457).',
    properties: {
      type: { type: 'string', format: 'uri-reference', description: 'Where the code is explained.' },
      title: text,
      status: { type: 'integer', description: 'The status of HTTP.' },
      code: {
        type: 'string',
        description: 'Stable: tell problems apart by it. Codes of subgraphs come beside these.',
        examples: Object.keys(errors),
      },
      detail: { type: 'string', description: 'What is wrong this time, for a person.' },
      requestId: { type: 'string', description: 'Names the request to the operator.' },
      retryAfter: { type: 'number', description: 'In how many seconds to ask again, where that is known.' },
      errors: {
        type: 'array',
        description: 'Each variable that is wrong, or each of several reasons.',
        items: {
          type: 'object',
          properties: {
            code: text,
            detail: text,
            name: { type: 'string', description: 'The variable.' },
            at: { type: 'string', description: 'The place at fault within it, as `range.from`.' },
            path: { type: 'array', items: { type: ['string', 'integer'] }, description: 'Where in the data.' },
          },
          required: ['code', 'detail'],
        },
      },
    },
    required: ['type', 'title', 'status', 'code', 'detail', 'requestId'],
  },
  PartError: {
    type: 'object',
    description: 'Why a part of the data is null.',
    properties: {
      message: text,
      path: { type: 'array', items: { type: ['string', 'integer'] }, description: 'Where in the data.' },
      extensions: {
        type: 'object',
        properties: { code: text, requestId: text },
        required: ['code'],
      },
    },
    required: ['message', 'extensions'],
  },
};

const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Answers that no operation has of its own, as components. */
export const problemResponses = {
  VariablesWrong: { description: 'A variable is missing, unknown or wrong; `errors` names each.', content },
  CredentialNeeded: { description: 'No credential was shown, or a wrong one.', content },
  Forbidden: { description: 'The credential does not grant this.', content },
  TooMany: {
    description: 'More than the quota: come back after the seconds in `retry-after`.',
    headers: { 'retry-after': { schema: { type: 'integer' }, description: 'Seconds.' } },
    content,
  },
  Problem: { description: 'What else went wrong; `code` says what.', content },
};
