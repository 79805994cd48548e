using System.Buffers;
using System.Text;
using Chat.LocalHub.Protocol.Framing;
using Chat.LocalHub.Tests.Fixtures;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Protocol.Framing;

public sealed class MessageReaderTests
{
    private const int Limit = 70_000;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(Limit)]
    public void A_message_of_any_size_up_to_the_limit_is_read(int size)
    {
        var payload = Encoding.ASCII.GetBytes(new string('*', size));

        Read(RawFrames.Masked(RawFrames.Text, payload)).ShouldBe([$"Text {Encoding.ASCII.GetString(payload)}"]);
    }

    [Fact]
    public void Frames_that_come_byte_by_byte_are_the_same_as_in_one_piece()
    {
        byte[] bytes =
        [
            .. RawFrames.Masked(RawFrames.FirstTextFragment, "frag"u8), .. RawFrames.Masked(RawFrames.Ping, "p"u8),
            .. RawFrames.Masked(RawFrames.Fragment, ""u8), .. RawFrames.Masked(RawFrames.LastFragment, "ment"u8),
            .. RawFrames.Masked(RawFrames.Binary, new byte[300]), .. RawFrames.Masked(RawFrames.Close, RawFrames.ClosePayload(1000, "bye")),
        ];
        string[] expected = ["Ping p", "Text fragment", $"Binary {new string('\0', 300)}", "Close \u0003\uFFFDbye"];

        Read(bytes).ShouldBe(expected);
        ReadByteByByte(bytes).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0x91, "reserved bit 3")]
    [InlineData(0xA1, "reserved bit 2")]
    [InlineData(0xC1, "reserved bit 1: compression was not agreed on")]
    [InlineData(0xF1, "all reserved bits")]
    [InlineData(0x83, "opcode 3")]
    [InlineData(0x87, "opcode 7")]
    [InlineData(0x8B, "opcode 11")]
    [InlineData(0x8F, "opcode 15")]
    [InlineData(0x09, "a ping that is not final")]
    [InlineData(0x08, "a close that is not final")]
    [InlineData(0x80, "a continuation of nothing")]
    [InlineData(0x00, "a fragment of nothing")]
    public void What_the_rfc_forbids_ends_with_1002(byte first, string what) =>
        ViolationOf(RawFrames.Masked(first, "x"u8)).ShouldBe(CloseCode.ProtocolError, what);

    [Fact]
    public void A_new_message_between_fragments_ends_with_1002() =>
        ViolationOf([.. RawFrames.Masked(RawFrames.FirstTextFragment, "a"u8), .. RawFrames.Masked(RawFrames.Text, "b"u8)]).ShouldBe(CloseCode.ProtocolError);

    [Fact]
    public void An_unmasked_frame_ends_with_1002() => ViolationOf([0x81, 0x01, (byte)'x']).ShouldBe(CloseCode.ProtocolError);

    [Fact]
    public void A_control_frame_over_125_bytes_ends_with_1002() =>
        ViolationOf(RawFrames.Masked(RawFrames.Ping, new byte[126])).ShouldBe(CloseCode.ProtocolError);

    [Fact]
    public void A_message_over_the_limit_ends_with_1009_before_its_payload_has_come() =>
        ViolationOf(RawFrames.Masked(RawFrames.Text, new byte[Limit + 1])[..14]).ShouldBe(CloseCode.TooBig);

    [Fact]
    public void Fragments_over_the_limit_together_end_with_1009() =>
        ViolationOf([.. RawFrames.Masked(RawFrames.FirstTextFragment, new byte[Limit]), .. RawFrames.Masked(RawFrames.LastFragment, "x"u8)])
            .ShouldBe(CloseCode.TooBig);

    [Fact]
    public void A_length_with_the_highest_bit_set_ends_with_1002() =>
        ViolationOf([0x82, 0xFF, 0x80, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]).ShouldBe(CloseCode.ProtocolError);

    [Theory]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5")]
    [InlineData("F0908080")]
    [InlineData("F48FBFBF")]
    [InlineData("EFBFBF")]
    [InlineData("ED9FBF")]
    [InlineData("EE8080")]
    [InlineData("00")]
    [InlineData("7F")]
    [InlineData("C280")]
    [InlineData("DFBF")]
    [InlineData("E0A080")]
    public void Valid_utf8_is_text(string hex) => ViolationOf(RawFrames.Masked(RawFrames.Text, Convert.FromHexString(hex))).ShouldBeNull();

    [Theory]
    [InlineData("CEBAE1BDB9CF83CEBCCEB5EDA080656469746564", "a surrogate between characters")]
    [InlineData("F4908080", "above U+10FFFF")]
    [InlineData("C0AF", "an overlong slash in two bytes")]
    [InlineData("E080AF", "in three")]
    [InlineData("F08080AF", "in four")]
    [InlineData("F888808080", "a sequence of five")]
    [InlineData("FC8480808080", "a sequence of six")]
    [InlineData("80", "a lone continuation")]
    [InlineData("BF", "another")]
    [InlineData("8080", "two of them")]
    [InlineData("CE", "cut after one of two")]
    [InlineData("E1BD", "cut after two of three")]
    [InlineData("F09080", "cut after three of four")]
    [InlineData("FE", "never a byte of UTF-8")]
    [InlineData("FF", "never either")]
    [InlineData("EDA080", "the first surrogate")]
    [InlineData("EDBFBF", "the last one")]
    [InlineData("EDA080EDB080", "a pair of them")]
    public void Anything_else_is_not_and_ends_with_1007(string hex, string what)
    {
        var bytes = Convert.FromHexString(hex);

        ViolationOf(RawFrames.Masked(RawFrames.Text, bytes)).ShouldBe(CloseCode.InvalidPayload, what);
        ViolationOf(RawFrames.Masked(RawFrames.Binary, bytes)).ShouldBeNull();
    }

    [Fact]
    public void A_character_may_be_split_between_fragments() =>
        Read([.. RawFrames.Masked(RawFrames.FirstTextFragment, [0xCE]), .. RawFrames.Masked(RawFrames.LastFragment, [0xBA])]).ShouldBe(["Text κ"]);

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1002)]
    [InlineData(1003)]
    [InlineData(1007)]
    [InlineData(1008)]
    [InlineData(1009)]
    [InlineData(1010)]
    [InlineData(1011)]
    [InlineData(3000)]
    [InlineData(3999)]
    [InlineData(4000)]
    [InlineData(4999)]
    public void A_client_may_close_with(int code) => ViolationOf(RawFrames.Masked(RawFrames.Close, RawFrames.ClosePayload(code, "why"))).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1004)]
    [InlineData(1005)]
    [InlineData(1006)]
    [InlineData(1015)]
    [InlineData(1016)]
    [InlineData(1100)]
    [InlineData(2000)]
    [InlineData(2999)]
    [InlineData(5000)]
    [InlineData(65535)]
    public void A_client_may_not_close_with(int code) =>
        ViolationOf(RawFrames.Masked(RawFrames.Close, RawFrames.ClosePayload(code))).ShouldBe(CloseCode.ProtocolError);

    [Fact]
    public void A_close_of_one_byte_ends_with_1002_and_one_with_a_reason_that_is_no_text_with_1007()
    {
        ViolationOf(RawFrames.Masked(RawFrames.Close, [3])).ShouldBe(CloseCode.ProtocolError);
        ViolationOf(RawFrames.Masked(RawFrames.Close, [0x03, 0xE8, 0xC0])).ShouldBe(CloseCode.InvalidPayload);
        ViolationOf(RawFrames.Masked(RawFrames.Close, [])).ShouldBeNull();
    }

    private static CloseCode? ViolationOf(byte[] bytes)
    {
        var reader = new MessageReader(Limit);
        ReadAll(reader, new ReadOnlySequence<byte>(bytes), []);
        return reader.Violation?.Code;
    }

    private static List<string> Read(byte[] bytes)
    {
        var found = new List<string>();
        ReadAll(new MessageReader(Limit), new ReadOnlySequence<byte>(bytes), found).Length.ShouldBe(0);
        return found;
    }

    // As a pipe does it: what was not read yet comes again, with more behind it, in segments of one byte.
    private static List<string> ReadByteByByte(byte[] bytes)
    {
        var reader = new MessageReader(Limit);
        var found = new List<string>();
        var rest = new List<byte>();
        foreach (var next in bytes)
        {
            rest.Add(next);
            var unread = ReadAll(reader, OneByteSegment.SequenceOf(rest), found);
            rest.RemoveRange(0, rest.Count - (int)unread.Length);
            reader.Release();
        }

        return found;
    }

    private static ReadOnlySequence<byte> ReadAll(MessageReader reader, ReadOnlySequence<byte> buffer, List<string> found)
    {
        while (reader.TryRead(ref buffer, out var received))
            found.Add($"{received} {Encoding.UTF8.GetString(reader.Payload.Span)}");
        return buffer;
    }

    private sealed class OneByteSegment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> SequenceOf(List<byte> bytes)
        {
            var first = new OneByteSegment { Memory = new[] { bytes[0] } };
            var last = first;
            foreach (var next in bytes.Skip(1))
            {
                var segment = new OneByteSegment { Memory = new[] { next }, RunningIndex = last.RunningIndex + 1 };
                last.Next = segment;
                last = segment;
            }

            return new ReadOnlySequence<byte>(first, 0, last, 1);
        }
    }
}
