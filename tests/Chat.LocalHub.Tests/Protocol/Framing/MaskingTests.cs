using Chat.LocalHub.Protocol.Framing;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Framing;

public sealed class MaskingTests
{
    [Fact]
    public void Every_length_is_masked_byte_by_byte_as_the_rfc_says()
    {
        var random = new Random(6455);
        byte[] key = [0x11, 0xA2, 0x33, 0xF4];
        for (var length = 0; length < 200; length++)
        {
            var payload = new byte[length];
            random.NextBytes(payload);
            var expected = payload.Select((value, i) => (byte)(value ^ key[i % 4])).ToArray();

            Masking.Apply(payload, BitConverter.ToUInt32(key));

            payload.ShouldBe(expected);
        }
    }
}
