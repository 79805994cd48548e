// One room, three doors: the unmodified client SDK, a plain socket, HTTP. Usage: node room.mjs <api>; exit code 0 when all hear the same.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { WebPubSubClient, WebPubSubJsonProtocol } from "@azure/web-pubsub-client";
import WebSocket from "ws";

const api = process.argv[2];
const code = `room-${randomUUID()}`;

async function call(path, body, token) {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${api}/api/v1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.clone().text()}`);
  return answer.json();
}

async function until(condition, what) {
  for (const end = Date.now() + 15_000; !condition(); ) {
    assert.ok(Date.now() < end, `it took too long: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

// The terminal comes first, as in the README, and makes the room.
const lines = [];
const terminal = new WebSocket(`${api.replace("http", "ws")}/ws?roomCode=${code}`);
terminal.on("message", (line) => lines.push(JSON.parse(line)));
await new Promise((resolve, reject) => terminal.on("open", resolve).on("error", reject));

const { accessToken } = await call("auth/register", { username: `sdk${randomUUID().slice(0, 8)}`, password: "correct horse" });
const room = await call("rooms/join", { code }, accessToken);

const heard = [];
const replies = [];
const client = new WebPubSubClient(
  { getClientAccessUrl: async () => (await call("realtime/negotiate", {}, accessToken)).url },
  { protocol: WebPubSubJsonProtocol() },
);
client.on("group-message", ({ message }) => message.data.kind === "message.created" && heard.push(message.data));
client.on("server-message", ({ message }) => replies.push(message.data));
await client.start();

terminal.send('{"Author": "client 1", "Content": "content1"}');
await until(() => heard.length === 1 && lines.length === 1, "the terminal's line");

const id = randomUUID();
const ack = await client.sendEvent("message.send", { room: room.id, id, content: "from the SDK" }, "json");
assert.equal(ack.isDuplicated, false);
await until(() => heard.length === 2 && lines.length === 2 && replies.length === 1, "the SDK's message");
assert.equal(replies[0].ok, true);
assert.equal(replies[0].ref, id);

await call(`rooms/${room.id}/messages`, { id: randomUUID(), content: "over HTTP" }, accessToken);
await until(() => heard.length === 3 && lines.length === 3, "the message over HTTP");

assert.deepEqual(heard.map((fact) => fact.data.content), ["content1", "from the SDK", "over HTTP"]);
assert.deepEqual(lines.map((line) => line.Content), ["content1", "from the SDK", "over HTTP"]);
assert.deepEqual(heard.map((fact) => fact.seq), lines.map((line) => line.Seq));

client.stop();
terminal.close();
