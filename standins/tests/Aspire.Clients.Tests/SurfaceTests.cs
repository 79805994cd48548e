using System.Reflection;
using Standins.Surface;

namespace Aspire.Clients.Tests;

public sealed class SurfaceTests
{
    [Theory]
    [InlineData("Aspire.Npgsql.EntityFrameworkCore.PostgreSQL")]
    [InlineData("Aspire.StackExchange.Redis")]
    [InlineData("OpenTelemetry.Extensions.Hosting")]
    public void Every_public_member_is_one_of_the_real_package(string package) =>
        SurfaceFile.Missing($"{package}.txt", Assembly.Load(package)).ShouldBeEmpty();
}
