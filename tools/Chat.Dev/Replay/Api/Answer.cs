using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Chat.Dev.Replay.Api;

/// <summary>What the API said in the end, after retries.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(HttpStatusCode Status, byte[] Body)
{
    public bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>The stable code of a failure; the status where there is none.</summary>
    public string Code => ReadProblem()?.Code ?? $"http.{(int)Status}";

    /// <summary>The body of a success.</summary>
    /// <exception cref="DevException">It is a failure.</exception>
    public T Read<T>(JsonTypeInfo<T> type, string what) => Succeeded
        ? JsonSerializer.Deserialize(Body, type)!
        : throw new DevException($"{what}: {Code} {ReadProblem()?.Detail}".TrimEnd());

    private Problem? ReadProblem()
    {
        try
        {
            return JsonSerializer.Deserialize(Body, ContractsJson.Default.Problem);
        }
        catch (JsonException)
        {
            return null; // A proxy's page, or nothing.
        }
    }
}
