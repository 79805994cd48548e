using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Core.Accounts;
using Chat.Core.Messages;

namespace Chat.Core.Rooms;

/// <summary>The data of the facts about rooms and their members (docs/protocol.md section 4).</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RoomCreated))]
[JsonSerializable(typeof(MemberJoined))]
[JsonSerializable(typeof(MemberLeft))]
internal sealed partial class RoomFacts : JsonSerializerContext;

internal sealed record RoomCreated(string Name, string Code, AuthorView? By);

internal sealed record MemberJoined(UserView Member, string Role);

internal sealed record MemberLeft(UserView Member);
