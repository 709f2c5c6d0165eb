import type { GraphQLAbstractType, GraphQLSchema } from 'graphql';
import type { AccessRules } from '../supergraph/access-rules.ts';
import type { Grants } from './grants.ts';
import { wordsOf } from './requirement.ts';

/** Why something may not be read. */
export interface Reason {
  readonly message: string;
  /** `UNAUTHENTICATED` where nobody showed a credential, and one may help. */
  readonly code: 'FIELD_FORBIDDEN' | 'UNAUTHENTICATED';
}

/**
 * What of one operation some callers may not read: those who meet the same of the requirements that it meets, and who all did show a
 * credential, or all did not. What the operation was not found to meet counts as refused.
 */
export class Refusal {
  readonly #rules: AccessRules;
  readonly #granted: ReadonlySet<number>;
  readonly #code: Reason['code'];

  /** @param granted the numbers of the requirements of the operation that they meet */
  constructor(rules: AccessRules, granted: readonly number[], { authenticated }: Grants) {
    this.#rules = rules;
    this.#granted = new Set(granted);
    this.#code = authenticated ? 'FIELD_FORBIDDEN' : 'UNAUTHENTICATED';
  }

  /** Why a field of objects of a type may not be read; undefined where it may. */
  ofField(type: string, field: string): Reason | undefined {
    return this.#reason(this.#rules.ofField(type, field), `Reading ${type}.${field} needs`);
  }

  /** Why objects of a type may not be read; undefined where they may. */
  ofType(type: string): Reason | undefined {
    return this.#reason(this.#rules.ofType(type), `Reading objects of type ${type} needs`);
  }

  /** Whether some types that may stand for an interface or union are refused. */
  ofSome(schema: GraphQLSchema, type: GraphQLAbstractType): boolean {
    return schema.getPossibleTypes(type).some(({ name }) => this.ofType(name) !== undefined);
  }

  #reason(asked: readonly number[], needs: string): Reason | undefined {
    const refused = asked.filter((number) => !this.#granted.has(number));
    if (refused.length === 0) return undefined;
    const words = refused.flatMap((number) => this.#rules.requirements[number] ?? []).map(wordsOf);
    return { message: `${needs} ${words.join('; and ')}.`, code: this.#code };
  }
}
