import type { WebSocket } from 'ws';
import { subscribe } from './subscriber.ts';
import { viewerTokens } from './viewers.ts';

/** Many subscribers in one process; its parent tells them when to come, and what they have to see. */

interface Coming {
  readonly do: 'subscribe';
  readonly gateway: string;
  readonly notes: readonly string[];
  readonly count: number;
  /** The number of the first of them. */
  readonly from: number;
  /** By which their tokens are signed, as PEM; absent: they show none. */
  readonly privateKey?: string | undefined;
}

export type SubscribersOrder =
  | Coming
  /** Answered when each subscriber has seen its note with so many clicks, or at the deadline. */
  | { readonly do: 'see'; readonly clicks: Readonly<Record<string, number>>; readonly deadlineMs: number }
  /** One subscriber of a note reads nothing any more. */
  | { readonly do: 'stall'; readonly note: string };

/** When each subscriber saw what it had to, in milliseconds since 1970, and how many have not. */
export interface Seen {
  readonly at: readonly number[];
  readonly missing: number;
}

interface Subscriber {
  readonly note: string;
  readonly token: string | undefined;
  linkClicks: number;
  changedAt: number;
  stalled: boolean;
  socket?: WebSocket;
}

const AT_ONCE = 50;
const LOOK_MS = 20;
const subscribers: Subscriber[] = [];

async function come({ gateway, notes, count, from: first, privateKey }: Coming): Promise<void> {
  const tokenOf = privateKey === undefined ? undefined : viewerTokens(privateKey);
  const made = Array.from({ length: count }, (_, place): Subscriber => {
    const note = notes[place % notes.length] as string;
    const viewer = first + place;
    const token = tokenOf?.(viewer, Math.floor(viewer / notes.length));
    return { note, token, linkClicks: 0, changedAt: 0, stalled: false };
  });
  for (let from = 0; from < made.length; from += AT_ONCE)
    await Promise.all(made.slice(from, from + AT_ONCE).map((one) => listen(gateway, one)));
  subscribers.push(...made);
}

async function listen(gateway: string, subscriber: Subscriber): Promise<void> {
  const told = (linkClicks: number) => {
    subscriber.linkClicks = linkClicks;
    subscriber.changedAt = Date.now();
  };
  subscriber.socket = await subscribe(gateway, subscriber.note, told, subscriber.token);
}

async function see(clicks: Readonly<Record<string, number>>, deadlineMs: number): Promise<Seen> {
  const giveUpAt = Date.now() + deadlineMs;
  const reading = subscribers.filter(({ stalled }) => !stalled);
  const missing = () => reading.filter(({ note, linkClicks }) => linkClicks < (clicks[note] ?? 0)).length;
  while (missing() > 0 && Date.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  return { at: reading.map(({ changedAt }) => changedAt), missing: missing() };
}

function stall(note: string): void {
  const one = subscribers.find((subscriber) => subscriber.note === note);
  if (!one) return;
  one.stalled = true;
  one.socket?.pause();
}

async function obey(order: SubscribersOrder): Promise<Seen | 'done'> {
  if (order.do === 'see') return see(order.clicks, order.deadlineMs);
  if (order.do === 'subscribe') await come(order);
  else stall(order.note);
  return 'done';
}

process.on('message', async (order: SubscribersOrder) => process.send?.(await obey(order)));
