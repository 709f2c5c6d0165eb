import type { World } from '../world.ts';
import { countWithin } from './conversions.ts';
import { readLedger } from './ledger.ts';
import { readOutcomeLooks } from './looks.ts';
import { within } from './periods.ts';

/** What a campaign is credited with on its days by LAST_CLICK within 15 days; money in 分. */
export interface CampaignTruth {
  readonly id: string;
  readonly linkClicks: number;
  readonly shopVisits: number;
  readonly addToCarts: number;
  readonly orders: number;
  readonly grossSales: number;
  readonly refunds: number;
}

/** What the links of each campaign's boosted notes into its shop led to on its days: the sample world's boosts begin with their campaigns. */
export function countCampaigns(world: World): CampaignTruth[] {
  const { catalog } = world;
  const ledger = readLedger(world.events(), catalog);
  const looks = readOutcomeLooks(world.events(), catalog, ledger);
  const runs = new Map(world.campaigns.map(({ startsOn: from, endsOn: to }) => [`${from} ${to}`, { from, to }]));
  const runsAt = (instant: number) => [...runs].flatMap(([name, range]) => (within(range, instant) ? [name] : []));
  const conversions = countWithin(runsAt, ledger, looks);
  const boosts = Map.groupBy(world.boosts(), ({ campaignId }) => campaignId);
  return world.campaigns.map(({ id, shopId, startsOn, endsOn }) => {
    const notes = new Set((boosts.get(id) ?? []).map(({ noteId }) => noteId));
    const links = catalog.links.filter(({ note, product }) => {
      const shop = catalog.shops[catalog.products[product]?.shop ?? -1];
      return shop?.id === shopId && notes.has(catalog.notes[note]?.id ?? '');
    });
    const own = links.map((link) => conversions.of('LINK', link.id, `${startsOn} ${endsOn}`));
    const sum = (figure: (of: (typeof own)[number]) => number) => own.reduce((total, of) => total + figure(of), 0);
    const credited = (figure: Exclude<keyof CampaignTruth, 'id' | 'linkClicks'>) =>
      sum(({ windows }) => windows.DAYS_15.LAST_CLICK[figure]);
    return {
      id,
      linkClicks: sum(({ linkClicks }) => linkClicks.DAYS_15),
      shopVisits: credited('shopVisits'),
      addToCarts: credited('addToCarts'),
      orders: credited('orders'),
      grossSales: credited('grossSales'),
      refunds: credited('refunds'),
    };
  });
}
