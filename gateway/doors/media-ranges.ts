/** One media range of an `accept` header. */
export interface MediaRange {
  /** In lower case. */
  readonly type: string;
  /** By names in lower case; `q` is one of them. */
  readonly parameters: ReadonlyMap<string, string>;
  /** 0 for what is refused, and for what can't be read. */
  readonly quality: number;
}

/** The media ranges of an `accept` header. https://www.rfc-editor.org/rfc/rfc9110#name-accept */
export function mediaRanges(accept: string): MediaRange[] {
  return accept.split(',').map((text) => {
    const [type = '', ...rest] = text.split(';').map((piece) => piece.trim());
    const parameters = new Map(
      rest
        .filter((piece) => piece !== '')
        .map((piece): [string, string] => {
          const [name = '', value = ''] = piece.split('=').map((side) => side.trim());
          return [name.toLowerCase(), value.replace(/^"(.*)"$/, '$1')];
        }),
    );
    const quality = Number(parameters.get('q') ?? 1);
    return { type: type.toLowerCase(), parameters, quality: Number.isFinite(quality) ? quality : 0 };
  });
}
