using System.Reflection;
using Standins.Surface;

namespace Aspire.Hosting.Tests;

public sealed class SurfaceTests
{
    [Theory]
    [InlineData("Aspire.Hosting")]
    [InlineData("Aspire.Hosting.Azure")]
    [InlineData("Aspire.Hosting.Azure.AppContainers")]
    [InlineData("Aspire.Hosting.Azure.Functions")]
    [InlineData("Aspire.Hosting.Azure.PostgreSQL")]
    [InlineData("Aspire.Hosting.Azure.Redis")]
    [InlineData("Aspire.Hosting.Azure.Storage")]
    [InlineData("Aspire.Hosting.Azure.WebPubSub")]
    [InlineData("Aspire.Hosting.JavaScript")]
    [InlineData("Aspire.Hosting.PostgreSQL")]
    [InlineData("Aspire.Hosting.Redis")]
    public void Every_public_member_is_one_of_the_real_package(string package) =>
        SurfaceFile.Missing($"{package}.txt", Assembly.Load(package)).ShouldBeEmpty();
}
