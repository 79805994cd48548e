// The unmodified client SDK. Usage: node client.mjs <endpoint> <accessKey> <scenario>; exit code 0 when the scenario holds.
import assert from "node:assert/strict";
import { WebPubSubServiceClient } from "@azure/web-pubsub";
import { WebPubSubClient, WebPubSubJsonProtocol } from "@azure/web-pubsub-client";

const [endpoint, accessKey, scenario] = process.argv.slice(2);
const service = new WebPubSubServiceClient(`Endpoint=${endpoint};AccessKey=${accessKey};Version=1.0;`, "chat", { allowInsecureConnection: true });
const withoutRetries = { messageRetryOptions: { maxRetries: 0 } };

async function connect(token, options = {}) {
  const getClientAccessUrl = async () => (await service.getClientAccessToken(token)).url;
  const client = new WebPubSubClient({ getClientAccessUrl }, { protocol: WebPubSubJsonProtocol(), ...withoutRetries, ...options });
  const seen = { messages: [], connected: [], disconnected: [] };
  client.on("connected", (e) => seen.connected.push(e));
  client.on("disconnected", (e) => seen.disconnected.push(e));
  client.on("group-message", (e) => seen.messages.push(e.message));
  client.on("server-message", (e) => seen.messages.push(e.message));
  await client.start();
  await until(() => seen.connected.length > 0);
  return { client, seen };
}

async function until(condition) {
  for (const end = Date.now() + 15_000; !condition(); ) {
    assert.ok(Date.now() < end, "it took too long");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const roles = ["webpubsub.joinLeaveGroup", "webpubsub.sendToGroup"];

const scenarios = {
  async groups() {
    const anna = await connect({ userId: "anna", roles });
    const bert = await connect({ userId: "bert", roles });
    for (const { client } of [anna, bert]) assert.equal((await client.joinGroup("g")).isDuplicated, false);

    await anna.client.sendToGroup("g", { a: 1 }, "json");
    await anna.client.sendToGroup("g", "hé", "text");
    await anna.client.sendToGroup("g", new Uint8Array([1, 2, 3]).buffer, "binary", { noEcho: true });
    await until(() => bert.seen.messages.length === 3 && anna.seen.messages.length === 2);
    assert.deepEqual(bert.seen.messages[0].data, { a: 1 });
    assert.equal(bert.seen.messages[0].fromUserId, "anna");
    assert.equal(bert.seen.messages[1].data, "hé");
    assert.deepEqual([...new Uint8Array(bert.seen.messages[2].data)], [1, 2, 3]);

    assert.equal((await anna.client.sendToGroup("g", "again", "text", { ackId: 1000 })).isDuplicated, false);
    assert.equal((await anna.client.sendToGroup("g", "again", "text", { ackId: 1000 })).isDuplicated, true);
    await bert.client.leaveGroup("g");
    await anna.client.sendToGroup("g", "after", "text");
    await until(() => anna.seen.messages.some((m) => m.data === "after"));
    assert.ok(!bert.seen.messages.some((m) => m.data === "after"));
    anna.client.stop();
    bert.client.stop();
  },

  async forbidden() {
    const { client } = await connect({ userId: "u", roles: ["webpubsub.joinLeaveGroup.mine"] });
    await client.joinGroup("mine");
    for (const refused of [() => client.joinGroup("other"), () => client.sendToGroup("mine", "x", "text")]) {
      await assert.rejects(refused, (e) => e.errorDetail.name === "Forbidden");
    }
    client.stop();
  },

  // The hub's application in the test answers each event with { echo: data } and refuses the event "refuse".
  async events() {
    const { client, seen } = await connect({ userId: "u" });
    assert.equal((await client.sendEvent("say", { n: 1 }, "json")).isDuplicated, false);
    assert.deepEqual(seen.messages[0].data, { echo: { n: 1 } }, "the reply comes before the acknowledgement");
    await assert.rejects(client.sendEvent("refuse", 1, "json"), (e) => e.errorDetail.name === "Forbidden");
    await client.sendEvent("say", 2, "json", { fireAndForget: true });
    await until(() => seen.messages.length === 2);
    client.stop();
  },

  async keepAlive() {
    const { client, seen } = await connect({ userId: "u", roles }, { keepAliveIntervalInMs: 200, keepAliveTimeoutInMs: 1_500 });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    assert.equal(seen.disconnected.length, 0, "pings are answered with pongs");
    client.stop();
  },

  async reconnect() {
    const { client, seen } = await connect({ userId: "u", roles }, { reconnectRetryOptions: { retryDelayInMs: 50 } });
    await client.joinGroup("g");
    await service.closeConnection(seen.connected[0].connectionId, { reason: "again" });
    await until(() => seen.connected.length === 2);
    assert.equal(seen.disconnected[0].message.message, "Application server closed the connection. Reason: again");
    await until(() => client._groupMap.get("g")?.isJoined);
    await service.group("g").sendToAll("hello", { contentType: "text/plain" });
    await until(() => seen.messages.length === 1);
    client.stop();
    await until(() => seen.disconnected.length === 2);
  },

  async rest() {
    const { client, seen } = await connect({ userId: "user@a/b c", groups: ["first"] });
    const id = seen.connected[0].connectionId;
    const group = service.group("room/1 é");
    assert.equal(await service.connectionExists(id), true);
    assert.equal(await service.userExists("user@a/b c"), true);
    assert.equal(await service.groupExists("room/1 é"), false);
    await group.addUser("user@a/b c");
    assert.equal(await service.groupExists("room/1 é"), true);
    await group.sendToAll({ a: 1 });
    await group.removeUser("user@a/b c");
    await group.addConnection(id);
    const members = [];
    for await (const member of await group.listConnections()) members.push(member.connectionId);
    assert.deepEqual(members, [id]);
    await group.removeConnection(id);
    await service.group("first").sendToAll("two", { contentType: "text/plain" });
    await service.sendToUser("user@a/b c", new Uint8Array([3]).buffer, { contentType: "application/octet-stream" });
    await service.sendToConnection(id, "four", { contentType: "text/plain" });
    await service.sendToAll("nobody", { contentType: "text/plain", excludedConnections: [id] });
    await service.removeConnectionFromAllGroups(id);
    await service.removeUserFromAllGroups("user@a/b c");
    await service.group("first").sendToAll("never", { contentType: "text/plain" });
    await service.sendToAll("five", { contentType: "text/plain" });
    await until(() => seen.messages.length === 5);
    assert.deepEqual(seen.messages[0].data, { a: 1 });
    assert.deepEqual(seen.messages.slice(1).map((m) => (m.data instanceof ArrayBuffer ? new Uint8Array(m.data)[0] : m.data)), ["two", 3, "four", "five"]);
    await assert.rejects(group.addConnection("nobody"), (e) => e.statusCode === 404 && e.code === "Info.Connection.NotExisted");
    await service.closeUserConnections("user@a/b c", { reason: "bye" });
    await until(() => seen.disconnected.length === 1);
    client.stop();
    await service.closeAllConnections();
    assert.equal(await service.connectionExists(id), false);
  },

  async refused() {
    const wrong = new WebPubSubServiceClient(`Endpoint=${endpoint};AccessKey=${"x".repeat(40)};Version=1.0;`, "chat", { allowInsecureConnection: true });
    await assert.rejects(wrong.sendToAll("x", { contentType: "text/plain" }), (e) => e.statusCode === 401);
    const { url } = await wrong.getClientAccessToken({ userId: "u" });
    await assert.rejects(new WebPubSubClient(url, { protocol: WebPubSubJsonProtocol() }).start());

    const good = await service.getClientAccessToken({ userId: "u" });
    await assert.rejects(new WebPubSubClient(good.url, { reconnectRetryOptions: { maxRetries: 0 } }).start(), "the default protocol, the reliable one, is not served");
  },
};

const timer = setTimeout(() => {
  console.error("the scenario hangs");
  process.exit(3);
}, 60_000);
await scenarios[scenario]();
clearTimeout(timer);
process.exit(0);
