namespace FastEndpoints.Tests.Sample;

public sealed class BoundRequest
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public int Page { get; set; } = 7;

    public int? Limit { get; set; }

    public Colour Colour { get; set; }

    public string[] Tags { get; set; } = [];

    [FromClaim("sub")]
    public string User { get; set; } = "";

    [FromHeader("X-Device", IsRequired = false)]
    public string? Device { get; set; }

    [QueryParam]
    public string? OnlyQuery { get; set; }

    [BindFrom("w")]
    public string? Width { get; set; }
}

public enum Colour
{
    Red,
    Green,
}

/// <summary>Answers with what was bound.</summary>
public sealed class Bind : Endpoint<BoundRequest, BoundRequest>
{
    public override void Configure()
    {
        Post("bind/{id}");
        Roles("admin", "user");
    }

    public override Task HandleAsync(BoundRequest req, CancellationToken ct) => Send.OkAsync(req, ct);
}

public sealed class BindFromQuery : Endpoint<BoundRequest, BoundRequest>
{
    public override void Configure() => Get("bind/{id}");

    public override Task HandleAsync(BoundRequest req, CancellationToken ct) => Send.OkAsync(req, ct);
}

public sealed record Page(string? Before, int Limit = 50);

public sealed class PagedRequest
{
    [FromQuery]
    public Page Page { get; set; } = null!;

    [FromHeader]
    public string Device { get; set; } = "";
}

public sealed class BindComplexQuery : Endpoint<PagedRequest, Page>
{
    public override void Configure()
    {
        Get("complex-query");
        AllowAnonymous();
    }

    public override Task<Page> ExecuteAsync(PagedRequest req, CancellationToken ct) => Task.FromResult(req.Page);
}

public sealed record Line(string Text, int Number);

public sealed class WrappedRequest
{
    public string Room { get; set; } = "";

    [FromBody]
    public Line Line { get; set; } = null!;
}

public sealed class BindBody : Endpoint<WrappedRequest, WrappedRequest>
{
    public override void Configure()
    {
        Put("wrapped/{room}");
        AllowAnonymous();
    }

    public override Task HandleAsync(WrappedRequest req, CancellationToken ct)
    {
        if (req.Line.Number < 0)
            AddError(r => r.Line.Number, "must not be negative");
        ThrowIfAnyErrors(422);
        return Send.OkAsync(req, ct);
    }
}
