using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace FastEndpoints.Tests.Sample;

public sealed class SignedIn : EndpointWithoutRequest
{
    public override void Configure() => Get("guarded/user");

    public override Task HandleAsync(CancellationToken ct)
        => Send.StringAsync($"{User.FindFirstValue("sub")} {User.Identity!.Name} {User.IsInRole("admin")}", cancellation: ct);
}

public sealed class NeedsRole : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("guarded/role");
        Roles("admin");
    }

    public override Task HandleAsync(CancellationToken ct) => Send.NoContentAsync(ct);
}

public sealed class NeedsPolicy : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("guarded/policy");
        Policies("old");
    }

    public override Task HandleAsync(CancellationToken ct) => Send.NoContentAsync(ct);
}

public sealed class NeedsClaims : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("guarded/claims");
        Claims("sid", "other");
        Permissions("write", "read");
        Scopes("rooms");
        Policy(p => p.RequireAssertion(x => x.User.HasClaim("sub", "u1")));
    }

    public override Task HandleAsync(CancellationToken ct) => Send.NoContentAsync(ct);
}

public sealed class SmallBody : Endpoint<Thing>
{
    public override void Configure()
    {
        Post("small");
        AllowAnonymous();
        MaxRequestBodySize(20);
    }

    public override Task HandleAsync(Thing req, CancellationToken ct) => Send.NoContentAsync(ct);
}
