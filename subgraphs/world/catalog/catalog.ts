import type { Plan } from '../plan.ts';
import { makeAuthors } from './authors.ts';
import { makeNotes } from './notes.ts';
import { makeProducts } from './products.ts';
import { makeShops } from './shops.ts';
import type { Author, Link, Note, Product, Shop } from './types.ts';

/** What people read, tap and buy. Kept in memory at every scale; everything that happens is made as a stream. */
export interface Catalog {
  readonly shops: readonly Shop[];
  readonly products: readonly Product[];
  readonly authors: readonly Author[];
  readonly notes: readonly Note[];
  readonly links: readonly Link[];
}

/** The catalog of a plan. */
export function makeCatalog(plan: Plan): Catalog {
  const shops = makeShops(plan.seed, plan.size.shops);
  const products = makeProducts(plan.seed, plan.size.products, shops);
  const authors = makeAuthors(plan.seed, plan.size.authors);
  return { shops, products, authors, ...makeNotes(plan, authors.length, shops, products) };
}
