// The same answers as Perf/Load/App on Fastify. Arguments: the port, and the folder with download.bin.
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';

const [port, folder] = process.argv.slice(2);
const file = join(folder, 'download.bin');
const plain = 'text/plain; charset=utf-8';

const app = fastify({ keepAliveTimeout: 75_000 });
const message = { schema: { response: { 200: { type: 'object', properties: { text: { type: 'string' } } } } } };

app.addContentTypeParser('application/octet-stream', (request, payload, done) => done(null, payload));

app.get('/plaintext', (request, reply) => {
  reply.header('Server', 'fastify').type(plain).send('Hello, World!');
});

app.get('/json', message, (request, reply) => {
  reply.header('Server', 'fastify').send({ text: 'Hello, World!' });
});

app.get('/download', (request, reply) => {
  reply.header('Server', 'fastify').header('Content-Length', statSync(file).size).type('application/octet-stream');
  return reply.send(createReadStream(file, { highWaterMark: 256 * 1024 }));
});

app.post('/upload', async (request, reply) => {
  let length = 0;
  for await (const chunk of request.body) length += chunk.length;
  return reply.header('Server', 'fastify').type(plain).send(String(length));
});

await app.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 });
