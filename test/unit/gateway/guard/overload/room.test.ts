import { expect, test } from 'vitest';
import { hasRoom } from '../../../../../gateway/guard/overload/room.ts';

test('whoever is not known takes a part of the room, partners all of it, and each one of a little', () => {
  const most = (kind: Parameters<typeof hasRoom>[2]['kind'], limit: number) => {
    let taken = 0;
    while (hasRoom(taken, limit, { kind })) taken++;
    return taken;
  };
  expect([most('anonymous', 100), most('viewer', 100), most('partner', 100), most('development', 100)]).toEqual([
    75, 90, 100, 100,
  ]);
  expect([most('anonymous', 1), most('viewer', 1), most('partner', 1)]).toEqual([1, 1, 1]);
});
