using Microsoft.AspNetCore.Http;

namespace FastEndpoints.Tests.Sample;

public sealed record Thing(string Name);

/// <summary>One of every way to answer, by name.</summary>
public sealed class Answers : EndpointWithoutRequest<Thing>
{
    public override void Configure()
    {
        Get("answers/{kind}");
        AllowAnonymous();
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        switch (Route<string>("kind"))
        {
            case "ok": await Send.OkAsync(new("a"), ct); break;
            case "ok-bare": await Send.OkAsync(ct); break;
            case "created": await Send.CreatedAtAsync<GetThing>(new { name = "b" }, new("b"), cancellation: ct); break;
            case "no-content": await Send.NoContentAsync(ct); break;
            case "not-modified": await Send.NotModifiedAsync(ct); break;
            case "not-found": await Send.NotFoundAsync(ct); break;
            case "unauthorized": await Send.UnauthorizedAsync(ct); break;
            case "forbidden": await Send.ForbiddenAsync(ct); break;
            case "status": await Send.StatusCodeAsync(418, ct); break;
            case "response": await Send.ResponseAsync(new("c"), 202, ct); break;
            case "errors": AddError("no"); await Send.ErrorsAsync(409, ct); break;
            case "string": await Send.StringAsync("text", 203, cancellation: ct); break;
            case "bytes": await Send.BytesAsync([1, 2, 3], "f.bin", cancellation: ct); break;
            case "stream": await Send.StreamAsync(new MemoryStream([4, 5]), contentType: "image/png", cancellation: ct); break;
            case "result": await Send.ResultAsync(Results.Text("r", statusCode: 206)); break;
            case "empty-object": await Send.EmptyJsonObject(ct); break;
            case "headers": await Send.HeadersAsync(h => h["X-One"] = "1", 204, ct); break;
            case "redirect": await Send.RedirectAsync("/elsewhere"); break;
            case "set": Response = new("set"); break;
            case "nothing": break;
            default: ThrowError("unknown kind", 404); break;
        }
    }
}

public sealed class GetThing : EndpointWithoutRequest<Thing>
{
    public override void Configure()
    {
        Get("things/{name}");
        AllowAnonymous();
        Summary(s =>
        {
            s.Summary = "One thing";
            s.Description = "By its name.";
            s.Responses[404] = "No such thing.";
        });
        Description(b => b.Produces(404));
    }

    public override Task<Thing> ExecuteAsync(CancellationToken ct) => Task.FromResult(new Thing(Route<string>("name")!));
}

public sealed class ParseRoute : EndpointWithoutRequest
{
    public override void Configure()
    {
        Get("numbers/{n}");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken ct)
        => Send.StringAsync($"{Route<int>("n")} {Query<int?>("more", isRequired: false)} {Query<Guid>("id")}", cancellation: ct);
}

public sealed class TakesAnything : Endpoint<Thing>
{
    public override void Configure()
    {
        Post("forms");
        AllowAnonymous();
        Description(b => b.Accepts<Thing>());
    }

    public override Task HandleAsync(Thing req, CancellationToken ct) => Send.NoContentAsync(ct);
}
