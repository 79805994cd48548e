using System.Text;
using Chat.LocalHub.Tests.Fixtures;
using Chat.Specs;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Connections;

#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class FuzzTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private static readonly string[] Samples =
    [
        """{"type":"joinGroup","group":"g","ackId":1}""",
        """{"type":"sendToGroup","group":"fuzz","ackId":2,"noEcho":false,"dataType":"json","data":{"a":[1,2,{"b":"\u00e9"}]}}""",
        """{"type":"event","event":"e","ackId":3,"dataType":"binary","data":"AQID"}""",
        """{"type":"leaveGroup","group":"g","ackId":18446744073709551615}""",
        """{"type":"ping"}""",
        """{"type":"event","type":"ping","ackId":1,"ackId":2,"event":"x","data":1}""",
    ];

    private readonly RecordedEvents _events = new();
    private readonly CollectedLogs _logs = new(LogLevel.Error);
    private TestHub _hub = null!;

    public async Task InitializeAsync() => _hub = await TestHub.StartAsync(_events, logs: _logs);

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        _logs.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Mutated_frames_end_at_most_their_own_connection_and_with_a_code(int seed)
    {
        var random = new Random(seed);
        using var canary = await _hub.ConnectWithRolesAsync("canary", "canary");
        for (var round = 0; round < 150; round++)
        {
            using var socket = await _hub.ConnectWithRolesAsync("fuzz");
            await AttackAsync(socket, random);

            _hub.Service.SendToGroup("canary", HubMessage.Json(Encoding.UTF8.GetBytes($"{round}")));
            (await canary.ReceiveAsync()).GetProperty("data").GetInt32().ShouldBe(round);
        }

        await Eventually.TrueAsync(() => ValueTask.FromResult(_hub.Node.Count == 1), "the attackers are gone");
        await Eventually.TrueAsync(() => ValueTask.FromResult(_events.Ends.Count == 150), "each end is told");
        _logs.Lines.ShouldBeEmpty();
    }

    private static async Task AttackAsync(HubSocket socket, Random random)
    {
        var bytes = new List<byte>();
        for (var i = random.Next(1, 6); i > 0; i--)
            bytes.AddRange(RawFrames.Masked(RawFrames.Text, Mutate(Encoding.UTF8.GetBytes(Samples[random.Next(Samples.Length)]), random, 3)));
        try
        {
            await socket.SendBytesAsync(random.Next(2) == 0 ? bytes.ToArray() : Mutate([.. bytes], random, 2));
            await socket.SendFrameAsync(RawFrames.Close, []);
        }
        catch (IOException)
        {
            // The hub was faster.
        }

        // A mutated length makes the hub wait for more bytes than there are; otherwise it says why it ends.
        var reading = socket.ReadToCloseAsync();
        if (await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(300))) == reading && await reading is { } close)
            close.CloseCode.ShouldBeOneOf(1002, 1003, 1005, 1007, 1009);
        socket.Reset();
    }

    private static byte[] Mutate(byte[] bytes, Random random, int most)
    {
        for (var i = random.Next(most); i > 0 && bytes.Length > 0; i--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 8))..]];
                    break;
                default:
                    bytes = [.. bytes[..at], .. bytes[random.Next(bytes.Length)..], .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }
}
