import type { PeopleCount } from '../../kit/people/few-people.ts';
import type { Period } from '../../kit/people/lattice.ts';
import { isShareTold } from '../../kit/people/people-share.ts';
import { type BesideShorter, isToldBesideShorter, leavesNoFew, type Sizes } from '../../kit/people/shorter-periods.ts';
import type { MatchedEffect } from '../../kit/statistics/matched-strata.ts';
import type { Compared, ExposureCell } from './exposure.ts';

/** What is told of those compared: who of them visited, or who bought. */
const DEEDS = ['VISITED', 'BOUGHT'] as const;
export type Deed = (typeof DEEDS)[number];

/** What was counted of a target, as far as it decides what may be told of it. */
export interface ExposureCells {
  /** Of the period, and of the shorter ones within it. */
  readonly cellOf: (period: Period) => ExposureCell | undefined;
  /** Of the same period, of what the target lies in: a shop's industry, all of them. */
  readonly around: readonly (ExposureCell | undefined)[];
}

/** A cell of which everything is known that decides whether it may be told. */
type KnownCell = ExposureCell & Compared & { readonly visitors: MatchedEffect };

/**
 * Whether it may be told what exposed persons did beside their control: neither who did it nor who did not are few, on both sides; and neither the exposed nor those of them who did it
 * differ by few from those of a week within, or of what the target lies in. How many were exposed is told with either deed, and is held to weeks that tell of the other one, too.
 */
export function isDeedTold(
  deed: Deed,
  period: Period,
  { cellOf, around }: ExposureCells,
  rule: BesideShorter,
): boolean {
  const told = (each: Period) => {
    const cell = cellOf(each);
    return isToldByItself(deed, cell, rule.least) ? sizesOf(cell, deed) : undefined;
  };
  const exposed = (each: Period) => {
    const cell = cellOf(each);
    const one = DEEDS.find((some) => isToldByItself(some, cell, rule.least));
    return isKnown(cell) && one ? sizes(groupsOf(cell, one).exposed) : undefined;
  };
  const own = told(period);
  return (
    own !== undefined &&
    isToldBesideShorter(period, told, rule) &&
    isToldBesideShorter(period, exposed, rule) &&
    around.filter(isKnown).every((larger) => leavesNoFew(sizesOf(larger, deed), own, rule.least))
  );
}

function isToldByItself(deed: Deed, cell: ExposureCell | undefined, least: number): cell is KnownCell {
  if (!isKnown(cell)) return false;
  const { exposed, controls, doers, controlDoers } = groupsOf(cell, deed);
  return isShareTold(doers, exposed, least) && isShareTold(controlDoers, controls, least);
}

function sizesOf(cell: KnownCell, deed: Deed): Sizes {
  const { exposed, doers } = groupsOf(cell, deed);
  return sizes(exposed, doers);
}

function sizes(...groups: readonly PeopleCount[]): Sizes {
  return groups.flatMap(({ people, vouched }) => [people, vouched]);
}

function isKnown(cell: ExposureCell | undefined): cell is KnownCell {
  return cell?.vouchedControls !== undefined && cell.visitors !== null;
}

function groupsOf(cell: KnownCell, deed: Deed): Record<'exposed' | 'controls' | 'doers' | 'controlDoers', PeopleCount> {
  const { people, controls } = cell.visitors;
  const compared = {
    exposed: { people, vouched: cell.vouched },
    controls: { people: controls, vouched: cell.vouchedControls },
  };
  return deed === 'VISITED'
    ? {
        ...compared,
        doers: { people: cell.exposedVisitors, vouched: cell.vouchedExposedVisitors },
        controlDoers: { people: cell.controlVisitors, vouched: cell.vouchedControlVisitors },
      }
    : {
        ...compared,
        doers: { people: cell.exposedBuyers, vouched: cell.vouchedExposedBuyers },
        controlDoers: { people: cell.controlBuyers, vouched: cell.vouchedControlBuyers },
      };
}
