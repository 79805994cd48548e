using Microsoft.AspNetCore.Http;

namespace Chat.LocalHub.RestApi;

/// <summary>The operations of the data plane by method and path below <c>/api/hubs/{hub}/</c>.</summary>
internal static class RestRoutes
{
    private static readonly Route[] All =
    [
        new("POST", ":send", SendOperations.ToAllAsync),
        new("POST", ":closeConnections", CloseOperations.AllAsync),
        new("POST", ":generateToken", TokenOperation.GenerateAsync),

        new("HEAD", "connections/{id}", ExistenceOperations.ConnectionAsync),
        new("DELETE", "connections/{id}", CloseOperations.ConnectionAsync),
        new("POST", "connections/{id}/:send", SendOperations.ToConnectionAsync),
        new("DELETE", "connections/{id}/groups", GroupOperations.RemoveConnectionFromAllAsync),

        new("HEAD", "groups/{group}", ExistenceOperations.GroupAsync),
        new("POST", "groups/{group}/:send", SendOperations.ToGroupAsync),
        new("POST", "groups/{group}/:closeConnections", CloseOperations.GroupAsync),
        new("GET", "groups/{group}/connections", GroupOperations.ListAsync),
        new("PUT", "groups/{group}/connections/{id}", GroupOperations.AddConnectionAsync),
        new("DELETE", "groups/{group}/connections/{id}", GroupOperations.RemoveConnectionAsync),

        new("HEAD", "users/{user}", ExistenceOperations.UserAsync),
        new("POST", "users/{user}/:send", SendOperations.ToUserAsync),
        new("POST", "users/{user}/:closeConnections", CloseOperations.UserAsync),
        new("PUT", "users/{user}/groups/{group}", GroupOperations.AddUserAsync),
        new("DELETE", "users/{user}/groups/{group}", GroupOperations.RemoveUserAsync),
        new("DELETE", "users/{user}/groups", GroupOperations.RemoveUserFromAllAsync),
    ];

    /// <summary>Finds the operation, and the names in the path by their placeholders.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="segments">The path's segments, escaped.</param>
    /// <param name="names">Placeholder and unescaped name, in the order of the path.</param>
    /// <param name="pathExists">Whether the path is known with another method.</param>
    public static Func<RestRequest, ValueTask<RestResult>>? Find(
        string method, string[] segments, out List<KeyValuePair<string, string>> names, out bool pathExists)
    {
        names = [];
        pathExists = false;
        foreach (var route in All)
        {
            if (!route.Matches(segments))
                continue;

            pathExists = true;
            if (!HttpMethods.Equals(method, route.Method))
                continue;

            names = route.Names(segments);
            return route.Operation;
        }

        return null;
    }

    private sealed class Route(string method, string path, Func<RestRequest, ValueTask<RestResult>> operation)
    {
        private readonly string[] _pattern = path.Split('/');

        public string Method { get; } = method;

        public Func<RestRequest, ValueTask<RestResult>> Operation { get; } = operation;

        public bool Matches(string[] segments) =>
            segments.Length == _pattern.Length
            && _pattern.Zip(segments).All(pair => IsName(pair.First) ? pair.Second.Length > 0 : IsSame(pair.First, pair.Second));

        public List<KeyValuePair<string, string>> Names(string[] segments) =>
            [.. _pattern.Zip(segments).Where(pair => IsName(pair.First)).Select(pair => KeyValuePair.Create(pair.First, Uri.UnescapeDataString(pair.Second)))];

        private static bool IsName(string segment) => segment[0] == '{';

        // Some HTTP stacks escape the colon.
        private static bool IsSame(string literal, string segment) =>
            literal.Equals(segment, StringComparison.OrdinalIgnoreCase)
            || literal.Equals(Uri.UnescapeDataString(segment), StringComparison.OrdinalIgnoreCase);
    }
}
