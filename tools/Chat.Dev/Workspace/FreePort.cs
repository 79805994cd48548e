using System.Net;
using System.Net.Sockets;

namespace Chat.Dev.Workspace;

/// <summary>Finds TCP ports that nobody listens on. Another process may take one before it is used: who binds it must be ready to ask again.</summary>
public static class FreePort
{
    /// <summary>A free port chosen by the system.</summary>
    public static int Any()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)listener.LocalEndPoint!).Port;
    }

    /// <summary>The first free port at or above a number.</summary>
    /// <param name="first">Where to begin.</param>
    /// <param name="taken">Ports that are promised to somebody already.</param>
    /// <exception cref="InvalidOperationException">200 ports from <paramref name="first"/> on are taken.</exception>
    public static int From(int first, params IReadOnlyCollection<int> taken)
    {
        for (var port = first; port < first + 200 && port <= ushort.MaxValue; port++)
        {
            if (!taken.Contains(port) && IsFree(port))
                return port;
        }

        throw new InvalidOperationException($"No free port in {first} to {first + 199}.");
    }

    /// <summary>The first port at or above <paramref name="first"/> that is free together with the <paramref name="count"/> - 1 behind it.</summary>
    public static int Run(int first, int count)
    {
        var port = From(first);
        while (Enumerable.Range(port, count).FirstOrDefault(each => !IsFree(each)) is > 0 and var taken)
            port = From(taken + 1);
        return port;
    }

    /// <summary>Whether nobody listens on a port, neither on loopback nor on all addresses.</summary>
    public static bool IsFree(int port) => CanBind(IPAddress.Loopback, port) && CanBind(IPAddress.Any, port);

    private static bool CanBind(IPAddress address, int port)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
