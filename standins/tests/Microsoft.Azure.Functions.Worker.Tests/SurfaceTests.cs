using Microsoft.Azure.Functions.Worker.Builder;
using Standins.Surface;

namespace Microsoft.Azure.Functions.Worker.Tests;

public sealed class SurfaceTests
{
    [Fact]
    public void Every_public_member_of_the_worker_is_one_of_the_real_package() =>
        SurfaceFile.Missing("Microsoft.Azure.Functions.Worker.txt", typeof(FunctionsApplication).Assembly).ShouldBeEmpty();

    [Fact]
    public void Every_public_member_of_the_timer_is_one_of_the_real_package() =>
        SurfaceFile.Missing("Microsoft.Azure.Functions.Worker.Extensions.Timer.txt", typeof(TimerInfo).Assembly).ShouldBeEmpty();
}
