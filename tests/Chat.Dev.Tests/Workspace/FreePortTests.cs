using System.Net;
using System.Net.Sockets;
using Chat.Dev.Workspace;
using Shouldly;
using Xunit;

namespace Chat.Dev.Tests.Workspace;

public sealed class FreePortTests
{
    [Fact]
    public void A_port_that_somebody_listens_on_is_passed_over()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;
        FreePort.IsFree(taken).ShouldBeFalse();
        FreePort.From(taken).ShouldBeGreaterThan(taken);
        FreePort.Run(taken - 1, 3).ShouldBeGreaterThan(taken);
    }

    [Fact]
    public void A_port_that_is_promised_is_passed_over()
    {
        var first = FreePort.From(20_000);
        FreePort.From(first, first).ShouldBeGreaterThan(first);
    }
}
