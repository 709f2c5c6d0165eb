import { type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { accessDirectives } from '../../gateway/supergraph/access-directives.ts';

/**
 * A supergraph that asks nothing of callers. Peers get it so: Apollo Gateway opens none that does, and all are measured with callers who may
 * read everything.
 */
export function withoutAccess(supergraphSdl: string): string {
  const document = parse(supergraphSdl);
  const names = accessDirectives(document);
  return names.size === 0 ? supergraphSdl : print(without(document, names));
}

function without(document: DocumentNode, names: ReadonlyMap<string, unknown>): DocumentNode {
  return visit(document, {
    DirectiveDefinition: ({ name }) => (names.has(name.value) ? null : undefined),
    Directive({ name, arguments: given = [] }) {
      const url = given.find((each) => each.name.value === 'url')?.value;
      const links = url?.kind === Kind.STRING && /\/(authenticated|requiresScopes|policy)\/v/.test(url.value);
      return links || names.has(name.value) ? null : undefined;
    },
  });
}
