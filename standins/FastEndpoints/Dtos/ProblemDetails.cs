using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace FastEndpoints;

public sealed class ProblemDetails : IResult, IEndpointMetadataProvider
{
    public ProblemDetails()
    {
    }

    public ProblemDetails(IReadOnlyList<ValidationFailure> failures, int? statusCode = null)
        : this(failures, null!, null!, statusCode ?? Cfg.ErrOpts.StatusCode)
    {
    }

    public ProblemDetails(IReadOnlyList<ValidationFailure> failures, string instance, string traceId, int statusCode)
    {
        Status = statusCode;
        Instance = instance;
        TraceId = traceId;
        var errors = failures.Select(f => new Error(f));
        Errors = Cfg.ErrOpts.ProblemDetailsConf.AllowDuplicateErrors
            ? [.. errors]
            : [.. errors.DistinctBy(e => e.Name, StringComparer.OrdinalIgnoreCase)];
        Detail = Cfg.ErrOpts.ProblemDetailsConf.DetailTransformer?.Invoke(this);
    }

    [DefaultValue("https://www.rfc-editor.org/rfc/rfc7231#section-6.5.1")]
    public string Type => Cfg.ErrOpts.ProblemDetailsConf.TypeTransformer(this);

    [DefaultValue("One or more validation errors occurred.")]
    public string Title => Cfg.ErrOpts.ProblemDetailsConf.TitleTransformer(this);

    [DefaultValue(400)]
    public int Status { get; set; }

    [DefaultValue("/api/route")]
    public string Instance { get; set; } = null!;

    [DefaultValue("0HMPNHL0JHL76:00000001")]
    public string TraceId { get; set; } = null!;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; set; }

    public IEnumerable<Error> Errors { get; set; } = null!;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (string.IsNullOrEmpty(TraceId))
            TraceId = httpContext.TraceIdentifier;
        if (string.IsNullOrEmpty(Instance))
            Instance = httpContext.Request.Path;
        return httpContext.Response.SendAsync(this, Status);
    }

    public static void PopulateMetadata(MethodInfo _, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesMetadata(typeof(ProblemDetails), Cfg.ErrOpts.StatusCode, [Cfg.ErrOpts.ContentType]));
    }

    public sealed class Error
    {
        public Error()
        {
        }

        public Error(ValidationFailure failure)
        {
            Name = Cfg.SerOpts.Options.PropertyNamingPolicy?.ConvertName(failure.PropertyName) ?? failure.PropertyName;
            Reason = failure.ErrorMessage;
            Code = Cfg.ErrOpts.ProblemDetailsConf.IndicateErrorCode ? failure.ErrorCode : null;
            Severity = Cfg.ErrOpts.ProblemDetailsConf.IndicateErrorSeverity ? failure.Severity.ToString() : null;
        }

        [DefaultValue("Error or field name")]
        public string Name { get; set; } = null!;

        [DefaultValue("Error reason")]
        public string Reason { get; set; } = null!;

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Code { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Severity { get; set; }
    }
}
