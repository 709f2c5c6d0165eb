import type { Money } from '../../kit/money.ts';
import type {
  Industry,
  LogisticsService,
  PaymentMethod,
  PlatformCapability,
  PlatformCategory,
  SalesTrack,
  ShopKind,
} from '../store/catalogue/catalogue-tables.ts';

export interface PlatformModel {
  readonly id: string;
  readonly name: string;
  readonly englishName: string | null;
  readonly category: PlatformCategory;
  readonly connectedOn: string | null;
  readonly capabilities: readonly PlatformCapability[];
}

export interface PartnershipModel {
  readonly name: string;
  readonly kind: 'CONTENT_LINKING' | 'PAYMENT' | 'SOCIAL_LINKING' | 'LOGISTICS';
  /** Ids of platforms. */
  readonly parties: readonly string[];
  readonly effectiveOn: string;
  readonly summary: string;
}

export interface ShopModel {
  readonly id: string;
  readonly platformId: string;
  readonly name: string;
  readonly kind: ShopKind;
  readonly brandName: string | null;
  readonly industry: Industry;
  readonly paymentMethods: readonly PaymentMethod[];
  readonly logistics: readonly LogisticsService[];
}

export interface ProductModel {
  readonly id: string;
  readonly platformId: string;
  readonly platformProductId: string;
  readonly shopId: string;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly industry: Industry;
  readonly price: Money;
  readonly compareAtPrice: Money | null;
  readonly availableForSale: boolean;
  readonly salesTrack: SalesTrack;
}
