using System.Text.Json;
using System.Text.Json.Serialization;
using Chat.Api.Common;
using Chat.Core.Common;
using FastEndpoints;

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
            config.Errors.ResponseBuilder = (failures, http, _) => Problem.Body(http, Errors.RequestInvalid, ErrorsSetup.Members(failures));
        });
}
