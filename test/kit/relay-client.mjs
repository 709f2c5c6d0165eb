import relay from 'relay-runtime';

// Relay's network layer, as its documentation has it for persisted queries: node relay-client.mjs <url> <key> <id>. Prints what it read.
const [url, key, id] = process.argv.slice(2);

const network = relay.Network.create(async (operation, variables) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: JSON.stringify({ doc_id: operation.id, variables }),
  });
  return response.json();
});

// What relay-compiler writes for `query RelayTitle($id: ID!) { note(id: $id) { id title } }` when it persists queries.
const argumentDefinitions = [{ defaultValue: null, kind: 'LocalArgument', name: 'id' }];
const scalar = (name) => ({ alias: null, args: null, kind: 'ScalarField', name, storageKey: null });
const selections = [
  {
    alias: null,
    args: [{ kind: 'Variable', name: 'id', variableName: 'id' }],
    concreteType: 'Note',
    kind: 'LinkedField',
    name: 'note',
    plural: false,
    selections: [scalar('id'), scalar('title')],
    storageKey: null,
  },
];
const name = 'RelayTitle';
const request = {
  kind: 'Request',
  fragment: {
    argumentDefinitions,
    kind: 'Fragment',
    metadata: null,
    name,
    selections,
    type: 'Query',
    abstractKey: null,
  },
  operation: { argumentDefinitions, kind: 'Operation', name, selections },
  params: { id, cacheID: id, metadata: {}, name, operationKind: 'query', text: null },
};

const environment = new relay.Environment({ network, store: new relay.Store(new relay.RecordSource()) });
const read = await relay.fetchQuery(environment, request, { id: '1' }).toPromise();
process.stdout.write(JSON.stringify(read));
