import { specifiedRules, type ValidationRule } from 'graphql';
import { deferRules } from './defer-rules.ts';

/** The rules that a document must keep to be executed. */
export const documentRules: readonly ValidationRule[] = [...specifiedRules, ...deferRules];
