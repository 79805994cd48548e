using Chat.Core.Limits;
using FastEndpoints;
using Microsoft.Extensions.Options;

namespace Chat.Api.Limits;

/// <summary><c>GET limits</c>: how much is allowed here.</summary>
internal sealed class GetLimits(IOptions<LimitOptions> limits) : EndpointWithoutRequest<LimitOptions>
{
    public override void Configure()
    {
        Get("limits");
        AllowAnonymous();
        Description(endpoint => endpoint.WithName("getLimits"));
        Summary(summary => summary.Summary = "How much is allowed");
    }

    public override async Task HandleAsync(CancellationToken ct) => await Send.OkAsync(limits.Value, ct);
}
