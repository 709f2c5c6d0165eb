import { DAY, HOUR, MINUTE, SECOND, startOf } from '../calendar.ts';
import type { RawEvent } from '../commerce/event.ts';
import { clickIdOf } from '../commerce/journey.ts';
import { steps, type Trap, type TrapKit } from './trap.ts';

const DAY_OF = (day: number) => startOf(`2025-06-${String(day).padStart(2, '0')}`) + 12 * HOUR;

/** Consent said for one event and denied for the other. */
export function consentFlips(kit: TrapKit): Trap {
  const events = [0, 1].flatMap((turn) => {
    const [before, after] = turn === 0 ? (['GRANTED', 'DENIED'] as const) : (['DENIED', 'GRANTED'] as const);
    const person = kit.person();
    const trail = kit.trail(30 + turn);
    const at = DAY_OF(12) + turn * HOUR;
    return [
      ...steps(kit.plan, { key: `tc${turn}a`, trail, person, consent: before, clickAt: at }),
      ...steps(kit.plan, { key: `tc${turn}b`, trail, person, consent: after, visitAt: at + HOUR, paidAt: at + HOUR }),
    ];
  });
  return { name: 'consentFlips', promise: 'A denied click is no touch; a denied order is in no figure.', events };
}

/** Two taps in the same millisecond, and an older tap that the order names. */
export function ties(kit: TrapKit): Trap {
  const [first, second] = kit.pair;
  const at = DAY_OF(13);
  const person = kit.person();
  const other = kit.person();
  const named = steps(kit.plan, { key: 'tt2a', trail: first, person: other, clickAt: at });
  return {
    name: 'ties',
    promise: 'Of taps at one instant the greater name wins; a newer tap wins over the one that the order names.',
    events: [
      ...steps(kit.plan, { key: 'tt1a', trail: first, person, clickAt: at }),
      ...steps(kit.plan, { key: 'tt1b', trail: second, person, clickAt: at }),
      ...steps(kit.plan, { key: 'tt1c', trail: first, person, paidAt: at + HOUR }),
      ...named,
      ...steps(kit.plan, { key: 'tt2b', trail: second, person: other, clickAt: at + MINUTE }),
      ...steps(kit.plan, { key: 'tt2c', trail: first, person: other, paidAt: at + HOUR }).map((event) =>
        naming(event, 'tt2a'),
      ),
    ],
  };
}

/** Orders that touch no click that counts. */
export function strangers(kit: TrapKit): Trap {
  const [here] = kit.pair;
  const at = DAY_OF(14);
  const [crossing, tooSoon] = [kit.person(), kit.person()];
  return {
    name: 'strangers',
    promise: 'No credit: a click into another shop, one named out of its window, or one after the order.',
    events: [
      ...steps(kit.plan, { key: 'ts1a', trail: here, person: crossing, clickAt: at }),
      ...steps(kit.plan, {
        key: 'ts1b',
        trail: kit.elsewhere,
        person: crossing,
        visitAt: at + HOUR,
        paidAt: at + HOUR,
      }),
      ...steps(kit.plan, { key: 'ts2a', trail: here, person: null, clickAt: at }),
      ...steps(kit.plan, { key: 'ts2b', trail: kit.elsewhere, person: null, paidAt: at + HOUR }).map((event) =>
        naming(event, 'ts2a'),
      ),
      ...steps(kit.plan, { key: 'ts2c', trail: here, person: null, paidAt: at + 31 * DAY }).map((event) =>
        naming(event, 'ts2a'),
      ),
      ...steps(kit.plan, { key: 'ts3a', trail: here, person: tooSoon, paidAt: at }),
      ...steps(kit.plan, { key: 'ts3b', trail: here, person: tooSoon, clickAt: at + 2 * MINUTE }),
    ],
  };
}

/** A click that arrives three days after its order, and an order known by the click alone. */
export function lateClicks(kit: TrapKit): Trap {
  const at = DAY_OF(15);
  const trail = kit.trail(40);
  return {
    name: 'lateClicks',
    promise:
      'What arrives later is credited as if it had come in time; an unknown person is credited by the click named.',
    events: [
      ...steps(kit.plan, {
        key: 'tl1',
        trail,
        person: kit.person(),
        clickAt: at,
        clickDelay: 3 * DAY,
        visitAt: at + HOUR,
        paidAt: at + HOUR,
      }),
      ...steps(kit.plan, {
        key: 'tl2',
        trail,
        person: null,
        clickAt: at,
        visitAt: at + HOUR,
        paidAt: at + HOUR,
        namesClick: true,
      }),
    ],
  };
}

/** An order whose first line is paid at the end of a window and whose second a second later. */
export function straddlers(kit: TrapKit): Trap {
  const at = DAY_OF(16);
  const person = kit.person();
  const trail = kit.trail(41);
  const clicked = steps(kit.plan, { key: 'tw1', trail, person, clickAt: at });
  const first = steps(kit.plan, { key: 'tw2', trail, person, paidAt: at + 7 * DAY });
  const second = steps(kit.plan, { key: 'tw3', trail, person, paidAt: at + 7 * DAY + SECOND }).map((event) =>
    inOrder(event, first),
  );
  return {
    name: 'straddlers',
    promise: 'An order is credited whole, by its earliest paid line.',
    events: [...clicked, ...first, ...second],
  };
}

/** The same name with another amount, a minute later. */
export function conflicts(kit: TrapKit): Trap {
  const events = [0, 1, 2].flatMap((turn) => {
    const at = DAY_OF(17) + turn * HOUR;
    const sent = steps(kit.plan, {
      key: `tx${turn}`,
      trail: kit.trail(50 + turn),
      person: kit.person(),
      clickAt: at,
      paidAt: at + HOUR,
    });
    const paid = sent.filter(({ input }) => input.stage === 'ORDER_PAID').map((event) => withAmount(event, '1.00'));
    return [...sent, ...paid];
  });
  return { name: 'conflicts', promise: 'The same name with other content is a CONFLICT: the first stays.', events };
}

/** Nine people and a shop: five of them buy. */
export function ninePeople(kit: TrapKit): Trap {
  const events = Array.from({ length: 9 }, (_, turn) => {
    const trail = kit.apart[turn % kit.apart.length] ?? kit.trail(turn);
    const clickAt = DAY_OF(18) + turn * HOUR;
    const bought = turn < 5 ? { paidAt: clickAt + HOUR } : {};
    return steps(kit.plan, {
      key: `tn${turn + 1}`,
      trail,
      person: kit.person(),
      clickAt,
      visitAt: clickAt + MINUTE,
      ...bought,
    });
  });
  return { name: 'ninePeople', promise: 'A figure about nine people is withheld.', events: events.flat() };
}

function naming(event: RawEvent, key: string): RawEvent {
  return { ...event, input: { ...event.input, clickId: clickIdOf(key) } };
}

function withAmount(event: RawEvent, amount: string): RawEvent {
  const { order } = event.input;
  if (!order) return event;
  return { ...event, receivedAt: event.receivedAt + MINUTE, input: { ...event.input, order: { ...order, amount } } };
}

/** The event as one more line of another order. */
function inOrder(event: RawEvent, [first]: readonly RawEvent[]): RawEvent {
  const { order } = event.input;
  const platformOrderId = first?.input.order?.platformOrderId;
  if (!order || !platformOrderId) return event;
  return { ...event, input: { ...event.input, order: { ...order, platformOrderId } } };
}
