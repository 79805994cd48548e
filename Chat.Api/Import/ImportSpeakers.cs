using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints;
using FluentValidation;

namespace Chat.Api.Import;

/// <summary>
/// <c>POST admin/import/speakers</c>: accounts for the speakers of a log, each with a token under which their words can be brought in.
/// </summary>
internal sealed class ImportSpeakers(ImportService import, AccessTokens tokens) : Endpoint<ImportSpeakersRequest, SpeakersDto>
{
    private const int SpeakersAtOnce = 1000;

    public override void Configure()
    {
        Post("admin/import/speakers");
        Roles(AccessTokens.AdminRole);
        Description(endpoint => endpoint.WithName("importSpeakers"));
        Summary(summary => summary.Summary = "Accounts and tokens for the speakers of a log (administrators)");
    }

    public override async Task HandleAsync(ImportSpeakersRequest req, CancellationToken ct)
    {
        var users = (await import.EnsureSpeakersAsync(req.Usernames, ct)).ToDictionary(user => AccountRules.UsernameKey(user.Username));
        var speakers = req.Usernames.Select(name =>
        {
            var user = users[AccountRules.UsernameKey(name)];
            return new SpeakerDto(name, user, tokens.IssueForImport(user).Text);
        });
        await Send.OkAsync(new SpeakersDto([.. speakers]), ct);
    }

    internal sealed class Rules : Validator<ImportSpeakersRequest>
    {
        public Rules()
        {
            RuleFor(request => request.Usernames).Must(names => names is { Count: >= 1 and <= SpeakersAtOnce })
                .WithMessage($"1 to {SpeakersAtOnce} names.");
            RuleForEach(request => request.Usernames).Must(AccountRules.IsUsername).WithMessage("Not a user name: {PropertyValue}");
        }
    }
}

/// <summary>Whose words are to be brought in.</summary>
/// <param name="Usernames">User names; those that differ only by case are one speaker.</param>
internal sealed record ImportSpeakersRequest(IReadOnlyList<string> Usernames);

/// <summary>The speakers, in the order in which they were asked for.</summary>
/// <param name="Items">One for each name.</param>
internal sealed record SpeakersDto(IReadOnlyList<SpeakerDto> Items);

/// <summary>A speaker.</summary>
/// <param name="Username">The name as it was asked for.</param>
/// <param name="User">The account.</param>
/// <param name="AccessToken">Secret; sends without the limits of sending.</param>
internal sealed record SpeakerDto(string Username, UserView User, string AccessToken);
