/** What a person can mend who starts the gateway: the message says how, and is shown without a stack. */
export class Mendable extends Error {}
