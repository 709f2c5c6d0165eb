import type { Choices } from './choices.ts';

/** Makes arguments and conditions of an operation, and the variables that they use. */
export class ArgumentMaker {
  readonly definitions: string[] = [];
  readonly variables: Record<string, unknown> = {};
  readonly #choices: Choices;
  readonly #nullConditions: boolean;
  readonly #declared: string[] = [];
  #counter = 0;

  /** @param nullConditions whether the value of a condition may be null */
  constructor(choices: Choices, nullConditions: boolean) {
    this.#choices = choices;
    this.#nullConditions = nullConditions;
  }

  /** Some of the arguments that fields of a world take (`ARGUMENTS`), with parentheses. */
  text(): string {
    const parts = [this.#number(), this.#text(), this.#filter(), this.#colors(), this.#any()];
    const chosen = parts.filter((part) => part !== undefined);
    return chosen.length === 0 ? '(n: 0)' : `(${chosen.join(', ')})`;
  }

  /** A directive `@skip` or `@include`, or both. */
  condition(): string {
    const directive = this.#choices.pick(['skip', 'include']);
    const second = this.#choices.rarely(8)
      ? ` @${directive === 'skip' ? 'include' : 'skip'}(if: ${this.#condition()})`
      : '';
    return ` @${directive}(if: ${this.#condition()})${second}`;
  }

  /** A directive `@defer`. */
  defer(label: string | undefined): string {
    const named = label === undefined ? [] : [`label: "${label}"`];
    const given = [...(this.#choices.rarely(4) ? [`if: ${this.#flag()}`] : []), ...named];
    return given.length === 0 ? ' @defer' : ` @defer(${given.join(', ')})`;
  }

  /** Where null must not stand, a variable that may be null can for its default; null itself is then an error at the object. */
  #condition(): string {
    if (!this.#nullConditions || !this.#choices.rarely(6)) return this.#flag();
    return this.#variable(`Boolean = ${this.#choices.rarely(2)}`, this.#choices.pick([null, undefined, true]));
  }

  #flag(): string {
    if (this.#choices.rarely(3)) return this.#choices.pick(['false', 'true']);
    const withDefault = this.#choices.rarely(2);
    const value = this.#choices.rarely(2);
    if (!withDefault) return this.#variable('Boolean!', value);
    const preset = this.#choices.rarely(2);
    return this.#variable(`Boolean! = ${preset}`, this.#choices.rarely(2) ? value : undefined);
  }

  #number(): string | undefined {
    if (!this.#choices.rarely(2)) return undefined;
    const value = this.#choices.below(9);
    return this.#choices.pick([
      () => `n: ${value}`,
      () => `n: ${this.#variable('Int', value)}`,
      () => `n: ${this.#variable('Int = 4', undefined)}`,
      () => `n: ${this.#variable('Int', undefined)}`,
      () => `n: ${this.#variable('Int', null)}`,
      () => 'n: null',
      () => `n: ${this.#variable('Int! = 7', undefined)}`,
    ])();
  }

  #text(): string | undefined {
    if (!this.#choices.rarely(3)) return undefined;
    return this.#choices.pick([
      () => 'text: "t\\"x\\u00e9\\n"',
      () => 'text: """block "quoted" \\\\ text"""',
      () => `text: ${this.#variable('String', '小 "红" \u2028 \\')}`,
      () => `text: ${this.#variable('String = "de\\\\fault"', undefined)}`,
      () => `text: ${this.#variable('String!', '')}`,
    ])();
  }

  #filter(): string | undefined {
    if (!this.#choices.rarely(3)) return undefined;
    return this.#choices.pick([
      () => 'filter: {}',
      () => `filter: { min: ${this.#variable('Int', this.#choices.pick([1, null, undefined]))}, color: GREEN }`,
      () => `filter: { min: ${this.#variable('Int = 8', undefined)}, tags: ${this.#variable('[String!]', undefined)} }`,
      () => `filter: { tags: ${this.#variable('String!', 'one')}, deep: { max: ${this.#variable('Float', 1)} } }`,
      () => 'filter: { tags: "single", max: -1.5e3, deep: { deep: null, any: { a: [1, RED, "x"], b: null } } }',
      () => `filter: ${this.#variable('Filter', { deep: { min: 2 }, tags: 'single', color: 'RED' })}`,
      () => `filter: ${this.#variable('Filter = { color: GREEN, deep: { tags: [] } }', undefined)}`,
      () => `filter: { any: ${this.#variable('Any', { __proto__: null, constructor: [1e300, 'x'] })} }`,
      () => 'filter: null',
    ])();
  }

  #colors(): string | undefined {
    if (!this.#choices.rarely(4)) return undefined;
    return this.#choices.pick([
      () => 'colors: [RED, GREEN]',
      () => 'colors: RED',
      () => `colors: ${this.#variable('[Color!]', 'GREEN')}`,
      () => `colors: [${this.#variable('Color! = RED', undefined)}, GREEN]`,
    ])();
  }

  #any(): string | undefined {
    if (!this.#choices.rarely(4)) return undefined;
    return this.#choices.pick([
      () => 'any: { a: [1, 2.5, "x", true, null], b: { c: "d" } }',
      () => `any: ${this.#variable('Any', [[], { a: null }, -7])}`,
      () => 'any: "text"',
      () => `any: ${this.#variable('Any = { x: 1 }', undefined)}`,
    ])();
  }

  #variable(type: string, value: unknown): string {
    const taken = this.#choices.rarely(20) && !this.#declared.includes('representations');
    const name = taken ? 'representations' : `v${this.#counter++}`;
    this.#declared.push(name);
    this.definitions.push(`$${name}: ${type}`);
    if (value !== undefined) this.variables[name] = value;
    return `$${name}`;
  }
}
