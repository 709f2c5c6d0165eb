import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const RECORD = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted
  results { outcome uncounted error { code } } } }`;

const FIGURES = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note {
  last: conversion { linkClicks shopVisits orders } linear: conversion(model: LINEAR) { creditedOrders } } } }`;

/** A tap of person 1 so many milliseconds after half past eleven. */
const tapAt = (eventId: string, milliseconds: number, more: Omit<SentEvent, 'eventId'> = {}) =>
  tapSent({
    eventId,
    occurredAt: new Date(Date.parse('2025-05-07T11:30:00+08:00') + milliseconds).toISOString(),
    ...more,
  });
const retraction = (eventId: string, correctsEventId: string) => ({
  eventId,
  stage: 'LINK_CLICK',
  correctsEventId,
  retract: true,
});

describeOnDatabases('invalid traffic', (fresh) => {
  const commerce = useCommerce(fresh);

  async function record(...events: SentEvent[]): Promise<(string | null)[]> {
    const { data } = await commerce().ask(RECORD, { events });
    const { results } = data.eventsRecord;
    expect(results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(events.map(() => 'ACCEPTED'));
    return results.map(({ uncounted }: { uncounted: string | null }) => uncounted);
  }

  async function note(id: string) {
    const { data, errors } = await commerce().ask(FIGURES, { of: [{ __typename: 'Note', id }] });
    expect(errors).toEqual([]);
    const { last, linear } = data._entities[0];
    return { ...last, linear: linear.creditedOrders };
  }

  async function feed() {
    const reader = new FeedReader();
    await reader.read(commerce().database.db, 500);
    return new Map([...reader.held.values()].map((each) => [each.eventId, each]));
  }

  test('of a burst the first tap counts: the others are accepted, told why, and no touch of anything', async () => {
    const other = tapAt('other', -60_000, { productLinkId: 'link_12' });
    expect(await record(tapAt('a', 0), tapAt('c', 400), tapAt('b', 200), other)).toEqual([
      null,
      'INVALID_TRAFFIC',
      'INVALID_TRAFFIC',
      null,
    ]);
    expect(
      await record(
        tapAt('d', 1_399),
        tapAt('e', 2_399),
        paidSent({ eventId: 'paid', occurredAt: '2025-05-07T12:00:00+08:00' }),
      ),
    ).toEqual(['INVALID_TRAFFIC', null, null]);
    expect(await note('note_1')).toMatchObject({ linkClicks: 2, orders: 1, linear: '0.666667' });
    expect(await note('note_2')).toMatchObject({ linkClicks: 1, linear: '0.333333' });
    const told = await feed();
    expect(told.get('a')).toMatchObject({ state: 'REPORTED', noteId: 'note_1' });
    expect(told.get('b')).toMatchObject({ state: 'INVALID_TRAFFIC', noteId: null, linkId: null, version: 1 });
  });

  test('a tap that comes late turns the next one; taken back, it turns that one back, with all that it led to', async () => {
    await record(
      tapAt('tap', 500, { clickId: 'click_1' }),
      // Nobody is known, but the tap that led here.
      visitSent({ eventId: 'visit', personKey: null, clickId: 'click_1', occurredAt: '2025-05-07T12:01:00+08:00' }),
    );
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, shopVisits: 1 });
    expect(await record(tapAt('late', 0))).toEqual([null]);
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, shopVisits: 0 });
    expect((await feed()).get('tap')).toMatchObject({ state: 'INVALID_TRAFFIC', version: 2, noteId: null });
    expect((await feed()).get('visit')).toMatchObject({ state: 'REPORTED', version: 2, noteId: null });
    await record(retraction('undo', 'late'));
    expect(await note('note_1')).toMatchObject({ linkClicks: 1, shopVisits: 1 });
    expect((await feed()).get('tap')).toMatchObject({ state: 'RESTATED', version: 3, noteId: 'note_1' });
    expect((await feed()).get('visit')).toMatchObject({ version: 3, noteId: 'note_1' });
  });

  test('a correction decides anew: a tap turns with its own time, and keeps its click id', async () => {
    await record(tapAt('a', 0), tapAt('b', 100, { clickId: 'click_1' }));
    expect(await record(tapAt('fix', 5_000, { clickId: 'click_1', correctsEventId: 'b' }))).toEqual([null]);
    expect(await note('note_1')).toMatchObject({ linkClicks: 2 });
    expect(await record(tapAt('fix-2', 900, { clickId: 'click_1', correctsEventId: 'b' }))).toEqual([
      'INVALID_TRAFFIC',
    ]);
    expect(await note('note_1')).toMatchObject({ linkClicks: 1 });
    expect((await feed()).get('b')).toMatchObject({ state: 'INVALID_TRAFFIC', version: 3 });
  });

  test('a tap that repeats one counts once it is corrected to a link that was not tapped, and leaves the other link its own', async () => {
    expect(await record(tapAt('a', 0), tapAt('b', 1))).toEqual([null, 'INVALID_TRAFFIC']);
    expect(await record(tapAt('fix', 1, { productLinkId: 'link_12', correctsEventId: 'b' }))).toEqual([null]);
    expect(await note('note_1')).toMatchObject({ linkClicks: 1 });
    expect(await note('note_2')).toMatchObject({ linkClicks: 1 });
    expect((await feed()).get('b')).toMatchObject({ state: 'RESTATED', noteId: 'note_2', version: 2 });
  });

  test('is counted by reason, and so is what came without consent', async () => {
    expect(await record(tapAt('a', 0), tapAt('b', 1), visitSent({ eventId: 'no', consent: 'DENIED' }))).toEqual([
      null,
      'INVALID_TRAFFIC',
      'CONSENT_DENIED',
    ]);
    const metrics = await (await fetch(`${commerce().url}/metrics`)).text();
    expect(metrics).toMatch(/commerce_events_total\{outcome="ACCEPTED",reason="INVALID_TRAFFIC",step="TRAFFIC"\} \d/);
    expect(metrics).toMatch(/commerce_events_total\{outcome="ACCEPTED",reason="CONSENT_DENIED",step="CONSENT"\} \d/);
  });
});
