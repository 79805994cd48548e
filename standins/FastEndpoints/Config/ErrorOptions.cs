using FluentValidation.Results;
using Microsoft.AspNetCore.Http;

namespace FastEndpoints;

public sealed class ErrorOptions
{
    public int StatusCode { internal get; set; } = 400;

    public string ContentType { internal get; set; } = "application/problem+json";

    public Type? ProducesMetadataType { internal get; set; } = typeof(ErrorResponse);

    public string GeneralErrorsField { internal get; set; } = "GeneralErrors";

    public Func<List<ValidationFailure>, HttpContext, int, object> ResponseBuilder { internal get; set; }
        = (failures, _, statusCode) => new ErrorResponse(failures, statusCode);

    internal ProblemDetailsConfig ProblemDetailsConf { get; } = new();

    public void UseProblemDetails(Action<ProblemDetailsConfig>? config = null)
    {
        ProducesMetadataType = typeof(ProblemDetails);
        config?.Invoke(ProblemDetailsConf);
        ResponseBuilder = ProblemDetailsConf.ResponseBuilder;
    }

    public sealed class ProblemDetailsConfig
    {
        public Func<List<ValidationFailure>, HttpContext, int, object> ResponseBuilder { internal get; set; }
            = (failures, context, statusCode) => new ProblemDetails(failures, context.Request.Path, context.TraceIdentifier, statusCode);

        public string TitleValue { internal get; set; } = "One or more errors occurred.";

        public Func<ProblemDetails, string> TitleTransformer { internal get; set; }
            = p => StatusNames.Known.TryGetValue(p.Status, out var known) ? known.Title : Cfg.ErrOpts.ProblemDetailsConf.TitleValue;

        public string TypeValue { internal get; set; } = "https://www.rfc-editor.org/rfc/rfc7231#section-6.5.1";

        public Func<ProblemDetails, string> TypeTransformer { internal get; set; }
            = p => StatusNames.Known.TryGetValue(p.Status, out var known) ? known.Url : Cfg.ErrOpts.ProblemDetailsConf.TypeValue;

        public Func<ProblemDetails, string?>? DetailTransformer { internal get; set; }
            = p => p.Errors.Count() == 1 ? p.Errors.First().Reason : null;

        public bool AllowDuplicateErrors { internal get; set; }

        public bool IndicateErrorCode { get; set; }

        public bool IndicateErrorSeverity { get; set; }
    }
}
