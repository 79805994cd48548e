using Standins.Surface;

namespace Azure.Messaging.WebPubSub.Tests;

public sealed class SurfaceTests
{
    [Fact]
    public void Every_public_member_is_one_of_the_real_package() =>
        SurfaceFile.Missing("Azure.Messaging.WebPubSub.txt", typeof(WebPubSubServiceClient).Assembly).ShouldBeEmpty();
}
