import { GraphQLError } from 'graphql';

/** An error that a subgraph made for clients: its code and message may pass as they are. */
export class SubgraphError extends GraphQLError {}
