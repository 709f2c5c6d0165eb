import {
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
} from 'graphql';

/** What the supergraph's field sets (`@key`, `@requires`, `@provides`, contexts) ask of entities. */
export interface FieldSets {
  /** Every field name in any field set, and `__typename`: the response keys that the planner may need for itself. */
  readonly names: ReadonlySet<string>;
  /** Those that some field set asks with arguments. */
  readonly namesWithArguments: ReadonlySet<string>;
  /**
   * Coordinates (`Type.field`) of fields whose `@requires` ask for the same field with different arguments, each with the
   * coordinates it contradicts. Their required fields cannot be had in one plan.
   */
  readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Arguments of each field of a field set, by its path. */
type Requirement = ReadonlyMap<string, string>;

/** Reads all field sets of a supergraph. */
export function fieldSetsOf(supergraph: DocumentNode): FieldSets {
  const names = new Set(['__typename']);
  const namesWithArguments = new Set<string>();
  const collect = (text: string): Requirement => {
    const requirement = new Map<string, string>();
    walkFieldSet(parseFieldSet(text), '', (path, name, args) => {
      names.add(name);
      if (args !== '') namesWithArguments.add(name);
      requirement.set(path, args);
    });
    return requirement;
  };
  const conflicts = new Map<string, Set<string>>();
  for (const definition of supergraph.definitions) {
    if (!('name' in definition) || !definition.name) continue;
    for (const directive of directivesOf(definition)) fieldSetArguments(directive).forEach(collect);
    const requirements: { coordinate: string; requirement: Requirement }[] = [];
    for (const field of fieldsOf(definition)) {
      for (const directive of field.directives ?? []) {
        fieldSetArguments(directive).forEach(collect);
        const requires = argument(directive, 'requires');
        if (directive.name.value !== 'join__field' || requires === undefined) continue;
        requirements.push({
          coordinate: `${definition.name.value}.${field.name.value}`,
          requirement: collect(requires),
        });
      }
    }
    addConflicts(requirements, conflicts);
  }
  return { names, namesWithArguments, conflicts };
}

function addConflicts(
  requirements: readonly { coordinate: string; requirement: Requirement }[],
  conflicts: Map<string, Set<string>>,
): void {
  for (const one of requirements) {
    for (const other of requirements) {
      if (one.coordinate === other.coordinate || !contradicts(one.requirement, other.requirement)) continue;
      const known = conflicts.get(one.coordinate) ?? new Set();
      conflicts.set(one.coordinate, known.add(other.coordinate));
    }
  }
}

function contradicts(one: Requirement, other: Requirement): boolean {
  return [...one].some(([path, args]) => other.has(path) && other.get(path) !== args);
}

function fieldSetArguments(directive: DirectiveNode): string[] {
  return FIELD_SET_ARGUMENTS.flatMap((name) => argument(directive, name) ?? []);
}

const FIELD_SET_ARGUMENTS = ['key', 'requires', 'provides'];

function argument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return directive.name.value.startsWith('join__') && value?.kind === Kind.STRING ? value.value : undefined;
}

function directivesOf(definition: object): readonly DirectiveNode[] {
  return 'directives' in definition ? ((definition.directives as readonly DirectiveNode[] | undefined) ?? []) : [];
}

function fieldsOf(definition: object): readonly FieldDefinitionNode[] {
  if (!('kind' in definition)) return [];
  const { kind } = definition;
  if (kind !== Kind.OBJECT_TYPE_DEFINITION && kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
  return 'fields' in definition ? ((definition.fields as readonly FieldDefinitionNode[] | undefined) ?? []) : [];
}

function parseFieldSet(text: string): SelectionSetNode | undefined {
  const [operation] = parse(`{${text}}`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

function walkFieldSet(
  set: SelectionSetNode | undefined,
  path: string,
  visit: (path: string, name: string, args: string) => void,
): void {
  for (const node of set?.selections ?? []) {
    if (node.kind === Kind.FIELD) {
      const here = `${path}/${node.name.value}`;
      const args = (node.arguments ?? []).map((each) => print(each)).sort();
      visit(here, node.name.value, args.join());
      walkFieldSet(node.selectionSet, here, visit);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      walkFieldSet(node.selectionSet, path, visit);
    }
  }
}
