import { GraphQLError, Kind, type StringValueNode, type ValidationContext, type ValidationRule } from 'graphql';

/** `@defer` labels are written out, and each is used once. https://github.com/graphql/graphql-spec/pull/1110 */
const deferLabels: ValidationRule = (context) => {
  const known = new Map<string, StringValueNode>();
  return {
    Directive({ name, arguments: given = [] }) {
      const label = given.find((argument) => argument.name.value === 'label')?.value;
      if (name.value !== 'defer' || !label || label.kind === Kind.NULL) return;
      if (label.kind !== Kind.STRING) {
        context.reportError(new GraphQLError('The label of a @defer must be a text, written out.', { nodes: label }));
        return;
      }
      const other = known.get(label.value);
      const message = `The label "${label.value}" of a @defer is used twice.`;
      if (other) context.reportError(new GraphQLError(message, { nodes: [other, label] }));
      else known.set(label.value, label);
    },
  };
};

/** Fields of a mutation run in order, and a subscription has one field: neither can be deferred as such, only what is below. */
const noDeferredRoots: ValidationRule = (context) => ({
  Directive(node) {
    if (node.name.value !== 'defer' || !isRoot(context)) return;
    context.reportError(
      new GraphQLError('@defer cannot stand at the root of a mutation or subscription.', { nodes: node }),
    );
  },
});

function isRoot(context: ValidationContext): boolean {
  const schema = context.getSchema();
  const parent = context.getParentType();
  return (
    parent !== null &&
    parent !== undefined &&
    (parent === schema.getMutationType() || parent === schema.getSubscriptionType())
  );
}

/** Rules of `@defer` beside those of graphql-js, which does not know it. */
export const deferRules: readonly ValidationRule[] = [deferLabels, noDeferredRoots];
