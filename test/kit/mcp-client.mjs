import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';

// Asks a server as any agent does: node mcp-client.mjs <url> <api key> <tool> <arguments as JSON>
const [url, key, tool, given] = process.argv.slice(2);
const client = new Client({ name: 'test', version: '1' });
const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers: { 'x-api-key': key } } });
await client.connect(transport);
const { tools } = await client.listTools();
const called = await client.callTool({ name: tool, arguments: JSON.parse(given) });
process.stdout.write(
  JSON.stringify({ server: client.getServerVersion(), tools: tools.map(({ name }) => name), called }),
);
await client.close();
