import { expect, test } from 'vitest';
import { readUpliftId, upliftId } from '../../../../subgraphs/kit/uplift-id.ts';

const RANGE = { from: '2025-04-08', to: '2025-05-07' };

test('names a report whole', () => {
  for (const name of [
    { basis: 'YEAR_OVER_YEAR', ...RANGE, shopId: undefined, industries: undefined },
    { basis: 'EXPOSED_VS_CONTROL', ...RANGE, shopId: 'shop_1-b', industries: undefined },
    { basis: 'YEAR_OVER_YEAR', ...RANGE, shopId: undefined, industries: ['SPORTS', 'MOTHER_BABY'] },
  ] as const)
    expect(readUpliftId(upliftId(name))).toEqual(name);
});

test('is refused where it is no report’s', () => {
  for (const id of ['', 'uplift_', 'uplift_OTHER_2025-04-08_2025-05-07__', 'shop_1'])
    expect(() => readUpliftId(id)).toThrow(expect.objectContaining({ extensions: { code: 'ID_INVALID' } }));
});
