using System.Buffers;
using System.Text;
using Chat.LocalHub.Backplane;
using Chat.LocalHub.Backplane.Redis;
using Chat.LocalHub.Operations;
using Shouldly;
using Xunit;

namespace Chat.LocalHub.Tests.Backplane;

public sealed class EnvelopeTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var reader = new EnvelopeReader(Sample());

        reader.Origin.ShouldBe(0xFEDCBA9876543210);
        reader.Number.ShouldBe(7ul);
        reader.ReadKind().ShouldBe(ItemKind.Delivery);
        var delivery = reader.ReadDelivery();
        delivery.Target.ShouldBe(DeliveryTarget.Group);
        delivery.Name.ShouldBe("räume/1");
        delivery.FromUserId.ShouldBe("anna");
        delivery.DataType.ShouldBe(MessageDataType.Text);
        Encoding.UTF8.GetString(delivery.Data).ShouldBe(new string('x', 300));
        delivery.Excluded.ShouldBe(["a", "b"]);

        reader.ReadKind().ShouldBe(ItemKind.Call);
        var call = reader.ReadCall(out var callId);
        callId.ShouldBe(ulong.MaxValue);
        call.ShouldBe(new NodeCall(CallKind.CloseUser, "u") { Group = "g", Reason = "r", Limit = 200 });

        reader.ReadKind().ShouldBe(ItemKind.Answer);
        var answer = reader.ReadAnswer(out _);
        answer.Count.ShouldBe(2);
        answer.Members.ShouldBe([new GroupMember("c1", "u1"), new GroupMember("c2", null)]);
        reader.ReadKind().ShouldBe(ItemKind.Goodbye);
        reader.HasMore.ShouldBeFalse();
    }

    [Fact]
    public void An_envelope_cut_anywhere_is_refused_and_never_read_beyond_its_end()
    {
        var whole = Sample();
        for (var length = 0; length < whole.Length; length++)
            Should.NotThrow(() => ReadOrRefuse(whole[..length]));
    }

    [Fact]
    public void Noise_is_refused_without_asking_for_memory_that_it_claims()
    {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++)
        {
            var noise = Sample();
            noise[random.Next(EnvelopeWriter.HeaderLength, noise.Length)] = (byte)random.Next(256);
            Should.NotThrow(() => ReadOrRefuse(noise));
        }
    }

    private static void ReadOrRefuse(byte[] envelope)
    {
        try
        {
            var reader = new EnvelopeReader(envelope);
            while (reader.HasMore)
            {
                switch (reader.ReadKind())
                {
                    case ItemKind.Delivery:
                        reader.ReadDelivery();
                        break;
                    case ItemKind.Call:
                        reader.ReadCall(out _);
                        break;
                    case ItemKind.Answer:
                        reader.ReadAnswer(out _);
                        break;
                }
            }
        }
        catch (FormatException)
        {
        }
    }

    private static byte[] Sample()
    {
        var output = new ArrayBufferWriter<byte>();
        EnvelopeWriter.Header(output, 0xFEDCBA9876543210, 7);
        EnvelopeWriter.Delivery(output, new Delivery(
            DeliveryTarget.Group, "räume/1", "anna", MessageDataType.Text, Encoding.UTF8.GetBytes(new string('x', 300)), ["a", "b"]));
        EnvelopeWriter.Call(output, ulong.MaxValue, new NodeCall(CallKind.CloseUser, "u") { Group = "g", Reason = "r", Limit = 200 });
        EnvelopeWriter.Answer(output, 1, new NodeAnswer(2, [new GroupMember("c1", "u1"), new GroupMember("c2", null)]));
        EnvelopeWriter.Sign(output, ItemKind.Goodbye);
        return output.WrittenSpan.ToArray();
    }
}
