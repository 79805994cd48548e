using FastEndpoints.OpenApi;
using FastEndpoints.Security;
using Standins.Surface;

namespace FastEndpoints.Tests;

public sealed class SurfaceTests
{
    [Fact]
    public void Every_public_member_is_one_of_the_real_FastEndpoints() =>
        SurfaceFile.Missing("FastEndpoints.txt", typeof(Config).Assembly).ShouldBeEmpty();

    [Fact]
    public void Every_public_member_is_one_of_the_real_OpenApi() =>
        SurfaceFile.Missing("FastEndpoints.OpenApi.txt", typeof(DocumentOptions).Assembly).ShouldBeEmpty();

    [Fact]
    public void Every_public_member_is_one_of_the_real_Security_and_of_what_it_brings() =>
        SurfaceFile.Missing("FastEndpoints.Security.txt", typeof(JwtCreationOptions).Assembly).ShouldBeEmpty();
}
