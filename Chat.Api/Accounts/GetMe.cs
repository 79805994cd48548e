using Chat.Api.Common;
using Chat.Core.Accounts;
using FastEndpoints;

namespace Chat.Api.Accounts;

/// <summary><c>GET me</c>: who is signed in.</summary>
internal sealed class GetMe(AccountQueries accounts, CurrentUser user) : EndpointWithoutRequest<UserView>
{
    public override void Configure()
    {
        Get("me");
        Description(endpoint => endpoint.WithName("getMe"));
        Summary(summary => summary.Summary = "Who am I");
    }

    public override async Task HandleAsync(CancellationToken ct) => await this.AnswerAsync(await accounts.GetAsync(user.Id, ct), ct);
}
