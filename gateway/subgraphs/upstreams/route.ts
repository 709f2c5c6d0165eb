import { z } from 'zod';
import type { UpstreamTarget } from './upstream.ts';

/** How a subgraph is asked for subscriptions, as the setting says: not at all, or by a protocol at its own URL or another. */
export type SubscriptionRoute = 'off' | { readonly protocol: UpstreamTarget['protocol']; readonly at: string };

const FORM = /^(ws|sse)(?::(\/(?!\/)[^\s]*|(?:wss?|https?):\/\/[^\s/]+[^\s]*))?$/;

/** Reads `ws`, `sse` or `off`; behind the protocol a path or a URL may stand: `ws:/subscriptions`, `sse:https://live.example/graphql`. */
export const subscriptionRoute: z.ZodType<SubscriptionRoute, string> = z.string().transform((text, context) => {
  if (text === 'off') return 'off';
  const [, protocol, at = ''] = FORM.exec(text) ?? [];
  if ((protocol === 'ws' || protocol === 'sse') && (!/^[a-z]+:\/\//.test(at) || URL.canParse(at)))
    return { protocol, at };
  context.addIssue({ code: 'custom', message: `${text} is none of ws, sse, off, ws:/path, sse:https://host/path` });
  return z.NEVER;
});

/** The URL that a route leads to. @param url the subgraph's own */
export function routeUrl({ protocol, at }: Exclude<SubscriptionRoute, 'off'>, url: URL): string {
  const target = new URL(at || url.href, url);
  const isSecure = target.protocol === 'https:' || target.protocol === 'wss:';
  const scheme = protocol === 'ws' ? 'ws' : 'http';
  target.protocol = isSecure ? `${scheme}s:` : `${scheme}:`;
  return target.href;
}
