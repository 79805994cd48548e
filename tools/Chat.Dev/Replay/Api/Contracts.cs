using System.Text.Json.Serialization;

namespace Chat.Dev.Replay.Api;

// What docs/protocol.md section 2 names and the replay uses; unknown members are ignored.

internal sealed record Credentials(string Username, string Password);

internal sealed record Tokens(string AccessToken);

internal sealed record NewRoom(string Name, string Code);

internal sealed record RoomCode(string Code);

internal sealed record Room(Guid Id, string Code);

internal sealed record NewMessage(Guid Id, string Content);

internal sealed record Message(Guid Id, long Seq, Author Author, string Content);

internal sealed record Author(string Name);

internal sealed record MessagePage(IReadOnlyList<Message> Items, bool HasAfter);

internal sealed record SpeakerNames(IReadOnlyList<string> Usernames);

internal sealed record Speakers(IReadOnlyList<Speaker> Items);

internal sealed record Speaker(string Username, string AccessToken);

internal sealed record Limits(int MessageBytes);

internal sealed record Problem(string? Code, string? Detail);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(Tokens))]
[JsonSerializable(typeof(NewRoom))]
[JsonSerializable(typeof(RoomCode))]
[JsonSerializable(typeof(Room))]
[JsonSerializable(typeof(NewMessage))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(MessagePage))]
[JsonSerializable(typeof(SpeakerNames))]
[JsonSerializable(typeof(Speakers))]
[JsonSerializable(typeof(Limits))]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ContractsJson : JsonSerializerContext;
