import { type GraphQLSchema, isObjectType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

const GUARDS: ReadonlySet<string> = new Set(['authenticated', 'requiresScopes', 'policy']);

/** The fields (`Type.field`) of a supergraph that ask something of their callers, those of which nobody outside knows left out. */
export function guardedFields(supergraph: GraphQLSchema): string[] {
  return Object.values(supergraph.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap(({ name, astNode }) => {
        const directives = astNode?.directives?.map((directive) => directive.name.value) ?? [];
        const isTold = directives.some((directive) => GUARDS.has(directive)) && !directives.includes('inaccessible');
        return isTold ? [`${type.name}.${name}`] : [];
      }),
    );
}

/** The fields that an operation selects. */
export function fieldsOf(schema: GraphQLSchema, operation: string): string[] {
  const info = new TypeInfo(schema);
  const found: string[] = [];
  const enter = () => {
    const [type, field] = [info.getParentType(), info.getFieldDef()];
    if (type && field) found.push(`${type.name}.${field.name}`);
  };
  visit(parse(operation), visitWithTypeInfo(info, { Field: { enter } }));
  return found;
}
