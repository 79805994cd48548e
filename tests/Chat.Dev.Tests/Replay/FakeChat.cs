using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Chat.Dev.Workspace;

namespace Chat.Dev.Tests.Replay;

/// <summary>
/// The part of the public API that a replay calls, kept in memory, with faults to be planted: what the real one promises (an id is stored once), and
/// what a bad network and a bad server would do.
/// </summary>
internal sealed class FakeChat : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly object _gate = new();

    public FakeChat()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Any()}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _ = ServeAsync();
    }

    public Uri Address { get; }

    public Guid Room { get; } = Guid.NewGuid();

    public List<(Guid Id, string Author, string Content)> History { get; } = [];

    public HashSet<string> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>Decides for each request to a path what goes wrong; null is nothing.</summary>
    public Func<string, Fault?> Plan { get; set; } = _ => null;

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => Answer(context));
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath["/api/v1/".Length..];
        var body = JsonNode.Parse(new StreamReader(context.Request.InputStream).ReadToEnd() is { Length: > 0 } text ? text : "{}")!;
        var caller = context.Request.Headers["Authorization"]?["Bearer ".Length..] ?? "";
        Calls.Enqueue(path);
        switch (Plan(path))
        {
            case Fault.Busy:
                context.Response.Headers["Retry-After"] = "0";
                Write(context, 429, new JsonObject { ["code"] = "rate.limited" });
                return;
            case Fault.ComeBackTomorrow:
                context.Response.Headers["Retry-After"] = "86400";
                Write(context, 429, new JsonObject { ["code"] = "room.daily_limit" });
                return;
            case Fault.Swallow: // Says yes and stores nothing: a bug that the comparison must find.
                Write(context, 201, new JsonObject());
                return;
            case Fault.LoseAnswer:
                lock (_gate)
                    Handle(path, body, caller);
                context.Response.ContentLength64 = 100;
                context.Response.OutputStream.Write("cut off"u8);
                context.Response.Abort();
                return;
        }

        lock (_gate)
        {
            var (status, answer) = Handle(path, body, caller);
            Write(context, status, answer);
        }
    }

    private (int Status, JsonNode Answer) Handle(string path, JsonNode body, string caller) => path switch
    {
        "limits" => (200, new JsonObject { ["messageBytes"] = 1000 }),
        "admin/import/speakers" => (200, new JsonObject
        {
            ["items"] = new JsonArray([.. body["usernames"]!.AsArray().Select(name => new JsonObject { ["username"] = (string)name!, ["accessToken"] = (string)name! })]),
        }),
        "rooms/join" => Join(caller),
        _ when path.EndsWith("/leave", StringComparison.Ordinal) => Members.Remove(caller) ? (204, new JsonObject()) : (404, new JsonObject { ["code"] = "room.not_found" }),
        _ when body["id"] is { } id => Store(Guid.Parse((string)id!), caller, (string)body["content"]!),
        _ => (200, new JsonObject
        {
            ["hasAfter"] = false,
            ["items"] = new JsonArray([.. History.Select((message, index) => new JsonObject
            {
                ["id"] = message.Id, ["seq"] = index + 1, ["author"] = new JsonObject { ["name"] = message.Author }, ["content"] = message.Content,
            })]),
        }),
    };

    private (int Status, JsonNode Answer) Join(string caller)
    {
        Members.Add(caller);
        return (200, new JsonObject { ["id"] = Room, ["code"] = "room" });
    }

    private (int Status, JsonNode Answer) Store(Guid id, string author, string content)
    {
        if (!Members.Contains(author))
            return (404, new JsonObject { ["code"] = "room.not_found" });
        if (string.IsNullOrWhiteSpace(content))
            return (400, new JsonObject { ["code"] = "request.invalid" });
        if (!History.Exists(message => message.Id == id))
            History.Add((id, author, content));
        return (201, new JsonObject());
    }

    private static void Write(HttpListenerContext context, int status, JsonNode answer)
    {
        context.Response.StatusCode = status;
        if (status != 204)
            context.Response.OutputStream.Write(System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString()));
        context.Response.Close();
    }
}

internal enum Fault
{
    Busy,
    ComeBackTomorrow,
    LoseAnswer,
    Swallow,
}
