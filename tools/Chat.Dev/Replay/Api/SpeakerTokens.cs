using System.Collections.Concurrent;

namespace Chat.Dev.Replay.Api;

/// <summary>An access token for every speaker, with the import profile of limits, which only an administrator can ask for.</summary>
internal sealed class SpeakerTokens(ApiClient api, AdminAccess admin)
{
    private const int AtOnce = 200;

    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The token of a speaker who was imported.</summary>
    public string this[string nick] => _tokens[nick];

    /// <summary>Makes accounts for nicks that have none, and gets their tokens.</summary>
    public async Task ImportAsync(IEnumerable<string> nicks, CancellationToken cancellation)
    {
        foreach (var chunk in nicks.Distinct(StringComparer.OrdinalIgnoreCase).Where(nick => !_tokens.ContainsKey(nick)).Chunk(AtOnce))
            await GetAsync(chunk, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gets a speaker a new token when the old one has run out.</summary>
    public Task RenewAsync(string nick, CancellationToken cancellation) => GetAsync([nick], cancellation);

    private async Task GetAsync(string[] nicks, CancellationToken cancellation)
    {
        var answer = await admin.CallAsync(token => api.PostAsync(
            "admin/import/speakers", new SpeakerNames(nicks), ContractsJson.Default.SpeakerNames, token, cancellation), cancellation).ConfigureAwait(false);
        foreach (var speaker in answer.Read(ContractsJson.Default.Speakers, "Importing speakers").Items)
            _tokens[speaker.Username] = speaker.AccessToken;
    }
}
