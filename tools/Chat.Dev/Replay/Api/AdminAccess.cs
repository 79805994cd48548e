using System.Net;
using Chat.Dev.Up;

namespace Chat.Dev.Replay.Api;

/// <summary>Calls as an administrator: with the token that was given, else signed in, again when the token has run out.</summary>
internal sealed class AdminAccess(ApiClient api, string? given, LocalKeys keys)
{
    private string? _signedIn;

    /// <summary>Calls with a valid token.</summary>
    public async Task<Answer> CallAsync(Func<string, Task<Answer>> call, CancellationToken cancellation)
    {
        if (given is not null)
            return await call(given).ConfigureAwait(false);
        var answer = await call(_signedIn ??= await SignInAsync(cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        if (answer.Status != HttpStatusCode.Unauthorized)
            return answer;
        _signedIn = await SignInAsync(cancellation).ConfigureAwait(false);
        return await call(_signedIn).ConfigureAwait(false);
    }

    private async Task<string> SignInAsync(CancellationToken cancellation)
    {
        var answer = await api.PostAsync(
            "auth/login", new Credentials(LocalKeys.AdminName, keys.AdminPassword), ContractsJson.Default.Credentials, null, cancellation).ConfigureAwait(false);
        return answer.Read(ContractsJson.Default.Tokens, $"Signing in as {LocalKeys.AdminName}").AccessToken;
    }
}
