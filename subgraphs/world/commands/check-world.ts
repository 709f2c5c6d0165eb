import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../../settings/settings.ts';
import { freePorts } from '../../../system/free-ports.ts';
import { launchSystem, type System } from '../../../system/launch.ts';
import { funnelSettings } from '../../commerce/store/funnel/funnel-settings.ts';
import { checkCampaigns } from '../check/campaigns.ts';
import { type Ask, clientOf } from '../check/client.ts';
import { checkCommissions } from '../check/commissions.ts';
import { Comparison } from '../check/comparison.ts';
import { checkConversions } from '../check/conversions.ts';
import { checkDemand, checkEngagement } from '../check/engagement.ts';
import { checkFunnels } from '../check/funnels.ts';
import { checkCatalogue, checkPublished } from '../check/published.ts';
import { checkReports } from '../check/reports.ts';
import { checkRepurchase } from '../check/repurchase.ts';
import { checkShopReaders } from '../check/shop-readers.ts';
import { checkTrends } from '../check/trends.ts';
import { loadWorld } from '../load/load-world.ts';
import { makeProgress } from '../load/progress.ts';
import { TRUTH_PERIOD_KEYS } from '../truth/periods.ts';
import { computeWholeTruth, type WholeTruth } from '../truth/whole-truth.ts';
import { makeWorld, type World, type WorldOptions } from '../world.ts';
import type { CommandLine } from './options.ts';

const MOST_DIFFERENCES = 20;

/**
 * Asks a system for the figures of the truth that its fields can show, and says where they differ.
 * @returns whether none does
 */
export async function checkWorld(
  { world, gateway, namesNow, leastPeople, onlyPeople }: CommandLine,
  say: (line: string) => void,
): Promise<boolean> {
  const compared = { world, leastPeople, onlyPeople };
  if (gateway) return compareWith({ ...compared, gateway, moves: !namesNow }, say);
  const began = performance.now();
  await using system = await freshSystem(world, leastPeople, say);
  say(`The system is ready after ${((performance.now() - began) / 1_000).toFixed(1)} s.`);
  return await compareWith({ ...compared, gateway: system.urls.gateway, moves: false }, say);
}

/** What is compared with what. */
interface Compared {
  readonly gateway: string;
  readonly world: WorldOptions;
  /** Whether figures over all time are left out, because somebody may have moved them or `now` is not known. */
  readonly moves: boolean;
  readonly leastPeople: number;
  /** Whether the reports about people alone are compared. */
  readonly onlyPeople: boolean;
}

async function compareWith(
  { gateway, world, moves, leastPeople, onlyPeople }: Compared,
  say: (line: string) => void,
): Promise<boolean> {
  const made = makeWorld(world);
  const truth = computeWholeTruth(made, leastPeople);
  const ask = clientOf(gateway);
  const comparison = new Comparison();
  if (!onlyPeople) await checkOthers(ask, made, truth, moves, comparison);
  await checkTrends(ask, truth, comparison);
  await checkFunnels(ask, truth, comparison);
  await checkRepurchase(ask, truth, comparison);
  await checkShopReaders(ask, truth, comparison);
  const published = await checkReports(ask, truth, comparison);
  for (const line of published) say(line);
  for (const line of comparison.table(MOST_DIFFERENCES)) say(line);
  return comparison.differences.length === 0;
}

/** Compares what is of sellers, and of searched texts. */
async function checkOthers(
  ask: Ask,
  world: World,
  truth: WholeTruth,
  moves: boolean,
  comparison: Comparison,
): Promise<void> {
  await checkCatalogue(ask, comparison);
  await checkPublished(ask, truth, comparison);
  const periods = TRUTH_PERIOD_KEYS.filter((period) => period !== 'EVER' || !moves);
  await checkConversions(ask, truth, periods, comparison);
  await checkCommissions(ask, truth, comparison);
  await checkEngagement(ask, truth, moves, comparison);
  await checkDemand(ask, truth, comparison);
  await checkCampaigns(ask, world, truth.campaigns, comparison);
}

/** The whole system over a folder of its own, which goes with it. */
async function freshSystem(
  world: WorldOptions,
  leastPeople: number,
  say: (line: string) => void,
): Promise<System & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-check-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const [content, commerce] = [join(folder, 'content'), join(folder, 'commerce')];
    const places = { content: { folder: content }, commerce: { folder: commerce }, ifEmpty: false, replace: false };
    const least = { CONTENT_MIN_PEOPLE: String(leastPeople), COMMERCE_MIN_PEOPLE: String(leastPeople) };
    const funnels = readSettings(funnelSettings, 'COMMERCE_', least);
    await loadWorld({ ...world, ...places, funnels }, makeProgress(process.stdout), say);
    const env = { CONTENT_DATA_FOLDER: content, COMMERCE_DATA_FOLDER: commerce, ...least, ...QUIET };
    const system = await launchSystem({ ports: await freePorts(), scale: world.scale, env });
    const dispose = async () => {
      await system.stop();
      await remove();
    };
    return { ...system, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await remove();
    throw error;
  }
}

const QUIET = { GATEWAY_LOG_LEVEL: 'error', CONTENT_LOG_LEVEL: 'error', COMMERCE_LOG_LEVEL: 'error' };
