import { type Setting, wholeNumber } from '../../../settings/settings.ts';

/** How large a document may be before anything else is done with it. */
export const limitSettings = {
  documentTokens: {
    env: 'GATEWAY_DOCUMENT_TOKENS',
    meaning: 'Longest GraphQL document, in lexical tokens.',
    schema: wholeNumber(1, 1_000_000),
    default: '10000',
  },
  documentDepth: {
    env: 'GATEWAY_DOCUMENT_DEPTH',
    meaning:
      'How deep fields may stand in each other, fragments counted where they are spread; and so lists and objects in an argument.',
    schema: wholeNumber(1, 240),
    default: '30',
  },
  documentAliases: {
    env: 'GATEWAY_DOCUMENT_ALIASES',
    meaning: 'Most aliases of an operation, each fragment counted wherever it is spread.',
    schema: wholeNumber(0, 1_000_000),
    default: '200',
  },
  documentRootFields: {
    env: 'GATEWAY_DOCUMENT_ROOT_FIELDS',
    meaning: 'Most fields at the root of an operation, each fragment counted wherever it is spread.',
    schema: wholeNumber(1, 1_000_000),
    default: '50',
  },
  documentDirectives: {
    env: 'GATEWAY_DOCUMENT_DIRECTIVES',
    meaning: 'Most directives of an operation, each fragment counted wherever it is spread.',
    schema: wholeNumber(0, 1_000_000),
    default: '200',
  },
  documentSelections: {
    env: 'GATEWAY_DOCUMENT_SELECTIONS',
    meaning:
      'Most fields that an operation may select, each fragment counted wherever it is spread: small documents can unfold to millions. As many again may come of fields that some types of an interface refuse a caller, since each of the other types is asked for them by itself.',
    schema: wholeNumber(1, 10_000_000),
    default: '10000',
  },
} as const satisfies Record<string, Setting<unknown>>;
