/** Names a request in logs, answers and subgraphs. */
export const REQUEST_ID_HEADER = 'x-request-id';
/** The client's token for the person. */
export const VIEWER_HEADER = 'x-redcat-viewer';

/** What a subgraph is told of the caller, as headers. */
export function headersFor({
  requestId,
  viewer,
}: {
  requestId: string;
  viewer: string | undefined;
}): Record<string, string> {
  return { [REQUEST_ID_HEADER]: requestId, ...(viewer !== undefined && { [VIEWER_HEADER]: viewer }) };
}
