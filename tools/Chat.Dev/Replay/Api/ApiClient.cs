using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Chat.Dev.Replay.Api;

/// <summary>
/// Calls the public API on any of several base addresses. Whatever may pass (a lost connection, 429, 502, 503, 504) is tried again, on the next address when
/// one does not answer; that is safe because a repeated message has the same id and joining and leaving twice is no harm.
/// </summary>
internal sealed class ApiClient(IReadOnlyList<Uri> addresses, TimeSpan patience) : IDisposable
{
    private static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = CallLimit };
    private int _retries;
    private int _address;

    /// <summary>How often a call was sent again.</summary>
    public int Retries => _retries;

    public Task<Answer> GetAsync(string path, string? token, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, null, token, cancellation);

    public Task<Answer> PostAsync(string path, string? token, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, null, token, cancellation);

    public Task<Answer> PostAsync<T>(string path, T body, JsonTypeInfo<T> type, string? token, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, JsonSerializer.SerializeToUtf8Bytes(body, type), token, cancellation);

    public void Dispose() => _http.Dispose();

    private async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body, string? token, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        for (var attempt = 0; ; attempt++)
        {
            var address = Volatile.Read(ref _address);
            var (answer, wait) = await TryAsync(addresses[address % addresses.Count], method, path, body, token, cancellation).ConfigureAwait(false);
            if (answer is not null && wait is null)
                return answer;
            // A limit of the day says to come back in hours: that is an answer too.
            if (clock.Elapsed + wait.GetValueOrDefault() > patience)
                return answer ?? throw new DevException($"{addresses[address % addresses.Count]} did not answer for {patience.TotalSeconds:0} s.");

            // All that lost the same address move on to the next one together.
            if (answer is null)
                Interlocked.CompareExchange(ref _address, address + 1, address);
            Interlocked.Increment(ref _retries);
            await Task.Delay(wait ?? Pause(attempt), cancellation).ConfigureAwait(false);
        }
    }

    // The answer, and how long to wait before trying again if it is one that passes; no answer when the connection failed.
    private async Task<(Answer? Answer, TimeSpan? Wait)> TryAsync(
        Uri address, HttpMethod method, string path, byte[]? body, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, "/api/v1/" + path));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var answer = new Answer(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false));
            var passes = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
            return (answer, passes ? response.Headers.RetryAfter?.Delta ?? TimeSpan.FromMilliseconds(500) : null);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, null);
        }
    }

    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 25 << Math.Min(attempt, 10)) * (0.5 + Random.Shared.NextDouble() / 2));
}
