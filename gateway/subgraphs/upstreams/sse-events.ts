/** One event of a stream. */
interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/** The stream holds an event that is too large. */
class EventTooLarge extends Error {}

/**
 * Reads server-sent events from the pieces of a stream. https://html.spec.whatwg.org/multipage/server-sent-events.html
 * @param limit most characters of one event
 * @returns takes a piece and gives the events that it completes
 */
export function eventReader(limit: number): (piece: string) => StreamEvent[] {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let size = 0;
  const line = (text: string): StreamEvent | undefined => {
    if (text === '') {
      const complete =
        event !== '' || data.length > 0 ? { event: event || 'message', data: data.join('\n') } : undefined;
      event = '';
      data = [];
      size = 0;
      return complete;
    }
    const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(text) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
    return undefined;
  };
  return (piece) => {
    size += piece.length;
    if (size > limit) throw new EventTooLarge('An event is larger than an answer may be');
    const lines = (rest + piece).split(/\r\n|\n|\r(?=.)/s);
    rest = lines.pop() ?? '';
    return lines.flatMap((text) => line(text) ?? []);
  };
}
