// The same answers as Perf/Load/App on Node's own http module. Arguments: the port, and the folder with download.bin.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [port, folder] = process.argv.slice(2);
const file = join(folder, 'download.bin');
const plain = 'text/plain; charset=utf-8';

function send(response, type, body) {
  response.writeHead(200, { Server: 'node', 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function download(response) {
  response.writeHead(200, { Server: 'node', 'Content-Type': 'application/octet-stream', 'Content-Length': statSync(file).size });
  createReadStream(file, { highWaterMark: 256 * 1024 }).pipe(response);
}

function upload(request, response) {
  let length = 0;
  request.on('data', chunk => { length += chunk.length; });
  request.on('end', () => send(response, plain, String(length)));
}

const server = createServer((request, response) => {
  switch (request.url) {
    case '/plaintext': return send(response, plain, 'Hello, World!');
    case '/json': return send(response, 'application/json; charset=utf-8', JSON.stringify({ text: 'Hello, World!' }));
    case '/download': return download(response);
    case '/upload': return upload(request, response);
    default: response.writeHead(404).end();
  }
});
server.keepAliveTimeout = 75_000;
server.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 });
