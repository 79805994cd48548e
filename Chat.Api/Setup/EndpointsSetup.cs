using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Api.Common;
using Chat.Core.Common;
using FastEndpoints;
using FluentValidation.Results;

namespace Chat.Api.Setup;

/// <summary>FastEndpoints: the slices under <c>/api/v1</c>, their JSON, and what a refused request looks like.</summary>
internal static class EndpointsSetup
{
    public static void AddApi(this WebApplicationBuilder builder) => builder.Services.AddFastEndpoints();

    public static void UseApi(this WebApplication app) =>
        app.UseFastEndpoints(config =>
        {
            config.Endpoints.RoutePrefix = "api/v1";
            config.Serializer.Options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            config.Serializer.Options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            config.Binding.JsonExceptionTransformer = Describe;
            config.Errors.ProducesMetadataType = typeof(ProblemBody);
            config.Errors.ResponseBuilder = (failures, http, _) => Problem.Body(http, Errors.RequestInvalid, ErrorsSetup.Members(failures));
        });

    // The serializer's own words name our types and tell a client nothing.
    private static ValidationFailure Describe(JsonException exception) =>
        exception is JsonBindException bind ? new(bind.FieldName, "Not of the right type.")
        : exception.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? new(path[2..], "Not of the right type.")
        : new("body", "Not JSON, or not an object.");
}
