using System.Text.Json;
using Chat.Api.Common;
using Chat.Core.Limits;
using Chat.Core.Log;
using FastEndpoints;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace Chat.Api.Messages;

/// <summary>
/// <c>GET rooms/{roomId}/facts</c>: everything after a position, without a hole. Each fact is written by the same code as on the live
/// path and is the same to the byte.
/// </summary>
internal sealed class ListFacts(LogReader log, CurrentUser user) : Endpoint<ListFactsRequest>
{
    public override void Configure()
    {
        Get("rooms/{roomId}/facts");
        Description(endpoint => endpoint.WithName("listFacts").Produces<FactsDto>());
        Summary(summary => summary.Summary = "Facts of a room after a position");
    }

    public override async Task HandleAsync(ListFactsRequest req, CancellationToken ct)
    {
        var page = await log.FactsAfterAsync(req.RoomId, user.Id, req.After, req.Limit, ct);
        if (!page.Succeeded)
        {
            await Problem.WriteAsync(HttpContext, page.Error);
            return;
        }

        HttpContext.MarkResponseStart();
        HttpContext.Response.ContentType = "application/json; charset=utf-8";
        await using (var json = new Utf8JsonWriter(HttpContext.Response.BodyWriter, FactJson.Writing))
        {
            Write(json, page.Value);
        }

        await HttpContext.Response.BodyWriter.FlushAsync(ct);
    }

    private static void Write(Utf8JsonWriter json, FactPage page)
    {
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var fact in page.Items) FactJson.Write(json, fact, page.Epoch);
        json.WriteEndArray();
        json.WriteString("epoch"u8, page.Epoch);
        json.WriteNumber("headSeq"u8, page.HeadSeq);
        json.WriteEndObject();
    }

    internal sealed class Rules : Validator<ListFactsRequest>
    {
        public Rules(IOptions<LimitOptions> limits)
        {
            RuleFor(request => request.Limit).PageLimit(limits);
            RuleFor(request => request.After).GreaterThanOrEqualTo(0);
        }
    }
}

/// <summary>Which facts.</summary>
/// <param name="RoomId">The room, from the route.</param>
/// <param name="After">The position that the caller holds everything up to; 0 for none.</param>
/// <param name="Limit">Facts at most: 1 to the page limit.</param>
internal sealed record ListFactsRequest(
    Guid RoomId, [property: QueryParam] long After = 0, [property: QueryParam] int Limit = PageRequest.DefaultLimit);

/// <summary>What the answer looks like, for the API's description.</summary>
/// <param name="Items">In ascending position, without a hole.</param>
/// <param name="Epoch">The database's epoch.</param>
/// <param name="HeadSeq">The position of the room's newest fact.</param>
internal sealed record FactsDto(IReadOnlyList<FactDto> Items, string Epoch, long HeadSeq);

/// <summary>A fact, as on the live path.</summary>
/// <param name="V">The version of this shape: 1.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Room">Where.</param>
/// <param name="Epoch">The database's epoch.</param>
/// <param name="Seq">The position.</param>
/// <param name="At">When it was stored.</param>
/// <param name="Data">By kind; docs/protocol.md section 4.</param>
internal sealed record FactDto(int V, string Kind, Guid Room, string Epoch, long Seq, DateTimeOffset At, JsonElement Data);
