import type { FastifyInstance } from 'fastify';
import { docsDoor } from './docs.ts';
import { type McpDoor, mcpDoor } from './mcp.ts';
import { OpenApiDocuments } from './openapi/documents.ts';
import { UsableOperations } from './openapi/usable-operations.ts';
import { DoorOperations } from './operations/door-operation.ts';
import { openShortWay, type ShortWay } from './operations/short-way.ts';
import { type OperationsDoor, operationsDoor } from './operations.ts';

/** What the doors for who knows no GraphQL are made of. */
type PlainDoors = Omit<OperationsDoor & ShortWay & McpDoor, 'compiled' | 'usable' | 'liveOrigins'> & {
  readonly liveOrigins: McpDoor['liveOrigins'] | undefined;
};

/** Registered operations in plain HTTP, what describes them, and the same as tools for agents. */
export async function plainDoors(app: FastifyInstance, door: PlainDoors): Promise<void> {
  const compiled = new DoorOperations();
  const usable = new UsableOperations(door.served);
  await operationsDoor(app, { ...door, compiled });
  openShortWay(app.server, { ...door, compiled });
  await docsDoor(app, { ...door, documents: new OpenApiDocuments(usable) });
  await mcpDoor(app, { ...door, compiled, usable, liveOrigins: door.liveOrigins ?? [] });
}
