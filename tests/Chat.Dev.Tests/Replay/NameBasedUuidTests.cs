using Chat.Dev.Replay;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Replay;

public sealed class NameBasedUuidTests
{
    // RFC 9562, appendix A.4: the name www.example.com in the DNS namespace.
    [Fact]
    public void Equals_the_example_of_RFC_9562() =>
        NameBasedUuid.Create(Guid.Parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com")
            .ShouldBe(Guid.Parse("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
}
