import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { SettingsError } from '../../settings/settings.ts';
import type { Config } from '../config.ts';
import type { RowFields } from '../execution/sharing/row-fields.ts';
import { subgraphSettings } from '../subgraphs/settings.ts';

/** What settings say of fields. */
type NamedFields = Pick<Config, 'personalFields' | 'personalFieldsAreDefault' | 'rowFields' | 'rowFieldsAreDefault'>;

/**
 * Refuses fields that the schema lacks, unless nobody named them.
 * @throws {SettingsError}
 */
export function checkNamedFields(named: NamedFields, schema: GraphQLSchema): void {
  const { personalFields, personalFieldsAreDefault, rowFields, rowFieldsAreDefault } = named;
  const fieldsBySetting = [
    [subgraphSettings.personalFields.env, personalFieldsAreDefault ? [] : personalFields],
    [subgraphSettings.rowFields.env, rowFieldsAreDefault || rowFields === 'any' ? [] : [...rowFields.keys()]],
  ] as const;
  const problems = fieldsBySetting.flatMap(([env, fields]) => {
    const wrong = fields.filter((coordinate) => !hasField(schema, coordinate));
    return wrong.length > 0 ? [`${env} names ${wrong.join(', ')}; the supergraph has no such field`] : [];
  });
  if (problems.length > 0) throw new SettingsError(problems);
}

/** The fields that differ by rows, for one supergraph: of one that nobody told about, any field may. */
export function rowFieldsOf({ rowFields, rowFieldsAreDefault }: NamedFields, schema: GraphQLSchema): RowFields {
  if (rowFields === 'any' || !rowFieldsAreDefault) return rowFields;
  return [...rowFields.keys()].some((coordinate) => hasField(schema, coordinate)) ? rowFields : 'any';
}

/** @param coordinate such as `Query.search` */
function hasField(schema: GraphQLSchema, coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const named = schema.getType(type);
  return (isObjectType(named) || isInterfaceType(named)) && Object.hasOwn(named.getFields(), field);
}
