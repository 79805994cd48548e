using System.ComponentModel;
using System.Reflection;
using FluentValidation.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

public sealed class ErrorResponse : IResult, IEndpointMetadataProvider
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(List<ValidationFailure> failures, int statusCode = 400)
    {
        StatusCode = statusCode;
        foreach (var failure in failures)
        {
            var name = Cfg.SerOpts.Options.PropertyNamingPolicy?.ConvertName(failure.PropertyName) ?? failure.PropertyName;
            if (!Errors.TryGetValue(name, out var messages))
                Errors.Add(name, messages = []);
            messages.Add(failure.ErrorMessage);
        }
    }

    [DefaultValue(400)]
    public int StatusCode { get; set; }

    [DefaultValue("One or more errors occurred!")]
    public string Message { get; set; } = "One or more errors occurred!";

    public Dictionary<string, List<string>> Errors { get; set; } = [];

    public Task ExecuteAsync(HttpContext httpContext) => httpContext.Response.SendAsync(this, StatusCode);

    public static void PopulateMetadata(MethodInfo _, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesMetadata(typeof(ErrorResponse), Cfg.ErrOpts.StatusCode, [Cfg.ErrOpts.ContentType]));
    }
}
