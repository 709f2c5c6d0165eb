import type { Catalog } from '../catalog/catalog.ts';
import type { Plan } from '../plan.ts';
import { conflicts, consentFlips, lateClicks, ninePeople, straddlers, strangers, ties } from './credit.ts';
import { midnights, periodEdges, windowEdges } from './edges.ts';
import { type Trap, trapKit } from './trap.ts';

/** Every trap that stands apart from the two periods. The mix shift and the buyers who never click are within them. */
export function makeTraps(plan: Plan, catalog: Catalog): Trap[] {
  const kit = trapKit(plan, catalog);
  const makers = [
    windowEdges,
    midnights,
    periodEdges,
    consentFlips,
    ties,
    strangers,
    lateClicks,
    straddlers,
    conflicts,
    ninePeople,
  ];
  return makers.map((make) => make(kit));
}
