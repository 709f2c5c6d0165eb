/** Why a connection is closed: codes of graphql-transport-ws, and of WebSocket. */
export const closings = {
  goingAway: [1001, 'Going away: connect again'],
  idle: [1000, 'Nothing was asked for a while'],
  badRequest: [4400, 'Invalid message'],
  unauthorized: [4401, 'Unauthorized'],
  forbidden: [4403, 'Forbidden'],
  // With 4401 clients would give up: with 4403 they connect again, and may show a new credential.
  credentialEnded: [4403, 'Forbidden: the credential has ended'],
  initTimeout: [4408, 'Connection initialisation timeout'],
  subscriberExists: [4409, 'Subscriber already exists'],
  tooManyInits: [4429, 'Too many initialisation requests'],
} as const;

/** One of `closings`. */
export type Closing = keyof typeof closings;
