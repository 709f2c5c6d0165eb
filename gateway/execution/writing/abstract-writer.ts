import type { GraphQLAbstractType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType } from 'graphql';
import type { Frame } from '../places/frames.ts';
import type { Where } from '../places/where.ts';
import type { WriteFrame } from './complete.ts';

/** What the writer of an interface's or union's objects is made from. */
interface AbstractInput {
  readonly schema: GraphQLSchema;
  readonly type: GraphQLAbstractType;
  readonly where: Where;
  /** Readers of an object's `__typename`, the best informed first. */
  readonly typenames: readonly ((frame: Frame) => unknown)[];
  /** The ids of the fetches that tell it. */
  readonly fetches: readonly number[];
  /** Compiles the writer for objects of one type. */
  readonly writerOf: (type: GraphQLObjectType) => WriteFrame;
  /** The writer for objects of which nothing but an interface is known, where the selection reads the same of all. */
  readonly writeAny: WriteFrame | undefined;
}

/**
 * The writer of objects whose type is known only from their `__typename`. Each type is compiled when its first object comes.
 * A subgraph that knows an interface only as an object tells the interface's name: then whoever else knows the object is asked, and
 * where nobody tells an object type of the API, the object is null with an error, unless all read the same. A name that is no type of the API may
 * be that of an inaccessible one, whose objects nobody reads. https://spec.graphql.org/September2025/#ResolveAbstractType()
 */
export function abstractWriter(input: AbstractInput): WriteFrame {
  const { schema, type, where, typenames, fetches, writerOf, writeAny } = input;
  const message = `No subgraph told which type of ${type.name} this object has.`;
  const writers = new Map<unknown, WriteFrame>();
  const compile = (typename: unknown): WriteFrame | undefined => {
    const object = typeof typename === 'string' ? schema.getType(typename) : undefined;
    if (!isObjectType(object) || !schema.isSubType(type, object)) return undefined;
    const write = writerOf(object);
    writers.set(typename, write);
    return write;
  };
  return (run, frame, row) => {
    let isOther = false;
    for (const typenameOf of typenames) {
      const typename = typenameOf(frame);
      if (typename === undefined || typename === null) continue;
      const write = writers.get(typename) ?? compile(typename);
      if (write) return write(run, frame, row);
      isOther ||= typeof typename !== 'string' || !isInterfaceType(schema.getType(typename));
    }
    if (writeAny && !isOther) return writeAny(run, frame, row);
    return run.rejectMissing(where, message, fetches);
  };
}
