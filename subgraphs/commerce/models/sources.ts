export interface SearchModel {
  readonly id: string;
  /** Content's; there where a field requires it. */
  readonly text?: string;
}

export interface NoteModel {
  readonly id: string;
  /** Content's; there where a field requires it. */
  readonly readCount?: number;
}

/** An item of a connected platform. */
export interface SourceModel {
  readonly id: string;
}

export interface AuthorModel {
  readonly id: string;
}

export interface ProductLinkModel {
  readonly id: string;
}

/** Where a link leads, for a client. */
export interface LinkDestinationModel {
  readonly jumpUrl: string;
  readonly platformId: string;
  readonly opensInPlace: boolean;
}
