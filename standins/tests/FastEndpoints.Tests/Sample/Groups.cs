using Microsoft.AspNetCore.Http;

namespace FastEndpoints.Tests.Sample;

public sealed class OuterGroup : Group
{
    public OuterGroup() => Configure("outer", ep =>
    {
        ep.AllowAnonymous();
        ep.Tags("grouped");
    });
}

public sealed class InnerGroup : SubGroup<OuterGroup>
{
    public InnerGroup() => Configure("inner", ep => ep.Description(b => b.WithTags("Inner")));
}

public sealed class InGroup : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("here");
        Group<InnerGroup>();
    }

    public override Task HandleAsync(CancellationToken ct) => Send.StringAsync(Definition.Routes[0], cancellation: ct);
}
