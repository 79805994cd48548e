using System.Text;
using Chat.LocalHub.Protocol.Framing;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Framing;

public sealed class FrameWriterTests
{
    [Theory]
    [InlineData(0, "8100")]
    [InlineData(125, "817D")]
    [InlineData(126, "817E007E")]
    [InlineData(65535, "817EFFFF")]
    [InlineData(65536, "817F0000000000010000")]
    public void The_shortest_length_form_is_used(int length, string header)
    {
        var frame = FrameWriter.Frame(Opcode.Text, new byte[length]);

        Convert.ToHexString(frame[..^length]).ShouldBe(header);
        frame.Length.ShouldBe(header.Length / 2 + length);
    }

    [Fact]
    public void A_close_reason_is_cut_between_characters_to_what_a_control_frame_holds()
    {
        var frame = FrameWriter.Close(CloseCode.GoingAway, new string('é', 100));

        frame[1].ShouldBe((byte)124);
        frame[2..4].ShouldBe([0x03, 0xE9]);
        Encoding.UTF8.GetString(frame.AsSpan(4)).ShouldBe(new string('é', 61));
    }

    [Fact]
    public void A_close_frame_is_answered_with_its_own_code()
    {
        FrameWriter.CloseEcho([0x0B, 0xB8, (byte)'x']).ShouldBe([0x88, 2, 0x0B, 0xB8]);
        FrameWriter.CloseEcho([]).ShouldBe([0x88, 0]);
    }
}
