using System.Text.Json.Serialization;

namespace Chat.Api.Upstream.WebPubSub;

/// <summary>The body of a connect event. Members that we have no use for are left out.</summary>
/// <param name="Claims">The claims of the client's token.</param>
/// <param name="Query">The query of the client's address.</param>
/// <param name="Subprotocols">What the client offers.</param>
internal sealed record ConnectBody(
    IReadOnlyDictionary<string, string[]>? Claims, IReadOnlyDictionary<string, string[]>? Query, IReadOnlyList<string>? Subprotocols);

/// <summary>The answer that accepts a connection.</summary>
/// <param name="UserId">Its user.</param>
/// <param name="Groups">The groups that it is in.</param>
/// <param name="Roles">Its roles: none, whatever the token says.</param>
/// <param name="Subprotocol">The subprotocol to use; null where the client offers none that we speak.</param>
internal sealed record ConnectAnswer(Guid UserId, IReadOnlyList<string> Groups, IReadOnlyList<string> Roles, string? Subprotocol);

/// <summary>How they are written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConnectBody))]
[JsonSerializable(typeof(ConnectAnswer))]
internal sealed partial class ConnectJson : JsonSerializerContext;
