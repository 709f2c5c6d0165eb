/** Another transaction took what this one was about to take, an event's name or an order, since this one looked: judge again. */
export class MetAnotherError extends Error {}
