import type { RegisteredOperation } from '../../operations/registered-operation.ts';
import type { Snapshot } from '../../supergraph/snapshot.ts';
import { NamedSchemas } from './named-schemas.ts';
import { type OperationObject, pathItem } from './path-item.ts';
import { problemResponses, problemSchemas } from './problem-schemas.ts';
import { toldOperations } from './told-operations.ts';

/** Operations as OpenAPI 3.1 describes them. https://spec.openapis.org/oas/v3.1.1 */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** How callers say who they are: not at all in development mode. */
export type Credentials = 'none' | 'optional' | 'required';

const SCHEMES = {
  apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key', description: 'An API key, `rck_…`.' },
  bearer: { type: 'http', scheme: 'bearer', description: 'An API key, or a JWT of a viewer.' },
};

/**
 * Describes operations of one snapshot.
 * @param operations what a caller may use, the newest version of each name first
 * @param version names this document, so that programs see that another one came
 */
export function openApiDocument(
  snapshot: Snapshot,
  operations: readonly RegisteredOperation[],
  { version, credentials }: { version: string; credentials: Credentials },
): OpenApiDocument {
  const { schema } = snapshot;
  const named = new NamedSchemas();
  const paths = Object.fromEntries(
    toldOperations(operations).map((told) => {
      const policy = snapshot.cachePolicy(told.operation);
      return [told.path, pathItem(told, { schema, named, policy })];
    }),
  );
  const shown: Record<string, readonly string[]>[] = [{ apiKey: [] }, { bearer: [] }];
  return {
    openapi: '3.1.1',
    info: {
      title: 'RedCat',
      version,
      description: 'The registered operations that you may use. Page for people: /docs.',
    },
    servers: [{ url: '/' }],
    ...(credentials !== 'none' && { security: credentials === 'optional' ? [{}, ...shown] : shown }),
    paths,
    components: {
      schemas: { ...named.components, ...problemSchemas },
      responses: problemResponses,
      ...(credentials !== 'none' && { securitySchemes: SCHEMES }),
    },
  };
}
